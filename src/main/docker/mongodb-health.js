// Asked by docker-compose.yml every few seconds, inside the database's container. It makes the replica set and the users on the
// first start: as long as there is no user at all, MongoDB lets whoever is on its own machine do so, and nobody else.
const secret = (name) => fs.readFileSync("/secrets/" + name, "utf8").trim();
const admin = db.getSiblingDB("admin");

function signedIn() {
  try {
    return admin.auth("operator", secret("operator-password")).ok === 1;
  } catch (notYet) {
    return false;
  }
}

function begin() {
  try {
    rs.initiate({ _id: "careline", members: [{ _id: 0, host: "mongodb:27017" }] });
  } catch (thereAlready) {
    // a set from before there were users
  }
  admin.createUser({ user: "operator", pwd: secret("operator-password"), roles: ["root"] });
}

try {
  if (!signedIn()) {
    begin();
    signedIn();
  }
  if (admin.getUser("careline") === null) {
    const pwd = secret("careline.store.password");
    admin.createUser({ user: "careline", pwd: pwd, roles: [{ role: "readWrite", db: "careline" }] });
  }
  quit(rs.status().myState === 1 ? 0 : 1);
} catch (notPrimaryYet) {
  quit(1);
}
