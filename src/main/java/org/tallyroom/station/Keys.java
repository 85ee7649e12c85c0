package org.tallyroom.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.sheetcode.CodeSeal;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.store.Folder;

/** The meeting's secret: it seals the sheets' codes and makes their tokens. */
final class Keys {

    /** 256 bit, as long as the tag's hash. */
    static final int SECRET_BYTES = 32;

    private static final int TOKEN_BYTES = 12;

    private final byte[] secret;

    private Keys(byte[] secret) {
        this.secret = secret;
    }

    static void create(Folder folder, byte[] secret) {
        Path file = folder.keys().resolve("secret");
        Folder.writeSynced(file, HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.setPosixFilePermissions(folder.keys(), PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw Folder.cannotWrite(file, e);
        }
    }

    static Keys of(Folder folder) {
        Path file = folder.keys().resolve("secret");
        try {
            byte[] secret = HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length == SECRET_BYTES) {
                return new Keys(secret);
            }
            throw new WorldBroke(Message.of("station.no-key", file.toString()));
        } catch (IOException | IllegalArgumentException e) {
            throw new WorldBroke(Message.of("station.no-key", file.toString()), e);
        }
    }

    CodeSeal seal(String meeting, String definitionHash) {
        return new CodeSeal(secret, meeting, definitionHash);
    }

    /**
     * A sheet's token, 24 hexadecimal digits: as good as random to everybody without the secret, and the same whenever
     * the sheet is printed again, so that it need not be stored.
     */
    String token(ShortCode code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] tag = mac.doFinal(("token " + code.value()).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(tag, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
