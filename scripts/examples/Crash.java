//DEPS ../../lib/kit.java
// A crash and a recovery, saved, found again by what they are, compared and drawn.

import static marketlab.kit.Lab.compare;
import static marketlab.kit.Lab.index;
import static marketlab.kit.Lab.latest;
import static marketlab.kit.Lab.save;
import static marketlab.kit.Lab.sparkline;
import static marketlab.kit.Lab.write;

import java.io.IOException;
import java.time.LocalDate;

class Crash {
    public static void main(String... args) throws IOException {
        var banknifty = index("banknifty").merton().days(126).seed(4).end(LocalDate.of(2026, 1, 30));
        save(banknifty.crash().generate());
        save(banknifty.recovery().generate());
        var crash = latest("index/banknifty", "crash");
        System.out.println(crash.summary().replaceFirst(", 2[^,]*$", ""));
        System.out.println(sparkline(crash));
        System.out.println(write(compare(crash, latest("index/banknifty", "recovery")), "crash.html"));
    }
}
