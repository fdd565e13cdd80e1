package marketlab.start;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class BucketRehearsalTest {

    @Test
    void needsNeitherCredentialsNorANetwork() {
        assertThatCode(BucketRehearsal::run).doesNotThrowAnyException();
    }
}
