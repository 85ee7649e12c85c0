package org.tallyroom.station;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.ParsedProfile;
import org.tallyroom.calibration.ProfileReading;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.store.CriteriaFact;

/**
 * Calibration profiles: the program's own, or one that somebody made. The journal keeps the whole profile, so that a
 * count never changes with the program or with a file.
 */
final class Profiles {

    private Profiles() {}

    /** The profile that comes with the program. */
    static String standard() {
        try (InputStream in = Profiles.class.getResourceAsStream("/calibration/default/profile.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own profile cannot be read", e);
        }
    }

    static ParsedProfile.Profile standardProfile() {
        if (parse("profile", standard()) instanceof ParsedProfile.Profile sound) {
            return sound;
        }
        throw new IllegalStateException("the program's own profile is wrong");
    }

    /** @throws Refusal when there is no such file, or no text in it */
    static String text(Path profile) {
        try {
            return Files.readString(profile);
        } catch (IOException e) {
            throw new Refusal(Message.of("station.cannot-read", profile.toString()));
        }
    }

    /** @param name the name that problems are reported under */
    static ParsedProfile parse(String name, String text) {
        return ProfileReading.parse(name, text);
    }

    /** @throws WorldBroke when they were written by a version of the program that had other figures */
    static Criteria of(CriteriaFact kept) {
        return parse("profile", kept.profile()).match(ParsedProfile.Profile::criteria, problems -> {
            throw new WorldBroke(Message.of("station.other-profile"));
        });
    }
}
