package org.careline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.careline.support.WrittenPage;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulePictureTests {

    @Test
    void theReadmeShowsTheModulesAsTheyAre() throws IOException {
        String picture = ModulePicture.of(ApplicationModules.of(Careline.class)).mermaid();

        WrittenPage.partMustBe(Path.of("README.md"), "<!-- modules: begin -->\n", "<!-- modules: end -->", picture);
    }

    @Test
    void anArrowThatALongerWaySaysIsLeftOut() {
        ModulePicture picture = new ModulePicture(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of()));

        assertThat(picture.mermaid()).contains("a --> b\n", "b --> c\n").doesNotContain("a --> b & c");
    }
}
