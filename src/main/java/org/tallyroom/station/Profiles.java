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
import org.tallyroom.store.Folder;

/**
 * The calibration profile: copied into a station when it is prepared, so that a count never changes with the program.
 */
final class Profiles {

    static final String FILE = "profile.yaml";

    private Profiles() {}

    static byte[] standard() {
        try (InputStream in = Profiles.class.getResourceAsStream("/calibration/default/" + FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program's own profile cannot be read", e);
        }
    }

    static Criteria of(byte[] profile) {
        return criteria(ProfileReading.parse(FILE, new String(profile, StandardCharsets.UTF_8)), Path.of(FILE));
    }

    static Criteria of(Folder folder) {
        Path file = folder.definitions().resolve(FILE);
        try {
            return criteria(ProfileReading.parse(FILE, Files.readString(file)), file);
        } catch (IOException e) {
            throw new WorldBroke(Message.of("station.definitions-changed", folder.definitions().toString()), e);
        }
    }

    private static Criteria criteria(ParsedProfile parsed, Path file) {
        if (parsed instanceof ParsedProfile.Profile profile) {
            return profile.criteria();
        }
        throw new WorldBroke(Message.of("station.other-profile", file.toString()));
    }
}
