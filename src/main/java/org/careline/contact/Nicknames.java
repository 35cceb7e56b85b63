package org.careline.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short forms of given names that are in common use in English and Spanish, one family a line. */
final class Nicknames {

    private static final List<Set<String>> FAMILIES = Stream.of(
                    "alexander alex xander",
                    "alexandra alex sandra",
                    "andrew andy drew",
                    "anthony tony antonio",
                    "antonio tono",
                    "barbara barb",
                    "benjamin ben",
                    "charles charlie chuck",
                    "christopher chris",
                    "christina christine chris tina",
                    "daniel dan danny",
                    "david dave",
                    "deborah deb debbie",
                    "dolores lola",
                    "donald don",
                    "dorothy dot",
                    "edward ed eddie ted",
                    "elizabeth beth betty eliza liz lisa",
                    "enrique quique",
                    "eugene gene",
                    "francisco paco pancho",
                    "gabriel gabe",
                    "gerald jerry",
                    "gregory greg",
                    "guadalupe lupe lupita",
                    "ignacio nacho",
                    "isabel isa chabela",
                    "jacob jake",
                    "james jim jimmy",
                    "jennifer jen jenny",
                    "jessica jess",
                    "jesus chuy",
                    "john johnny jack",
                    "jonathan jon",
                    "jose pepe",
                    "joseph joe joey",
                    "joshua josh",
                    "judith judy",
                    "katherine catherine kate kathy cathy katie",
                    "kenneth ken kenny",
                    "kimberly kim",
                    "lawrence larry",
                    "luis lucho",
                    "margaret maggie meg peggy",
                    "matthew matt",
                    "michael mike mikey",
                    "nathaniel nathan nate",
                    "nicholas nick",
                    "pamela pam",
                    "patricia pat patty trish",
                    "patrick pat",
                    "peter pete",
                    "rebecca becky",
                    "richard rich rick dick",
                    "robert rob bob bobby",
                    "ronald ron",
                    "rosario charo",
                    "samuel sam",
                    "samantha sam",
                    "stephen steven steve",
                    "susan sue susie",
                    "theodore ted theo",
                    "thomas tom tommy",
                    "timothy tim",
                    "victoria vicky",
                    "william will bill billy")
            .map(line -> Arrays.stream(line.split(" ", -1)).collect(Collectors.toUnmodifiableSet()))
            .toList();

    private Nicknames() {}

    static boolean ofOnePerson(String one, String other) {
        return FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other));
    }
}
