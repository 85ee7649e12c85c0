package org.tallyroom.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import org.tallyroom.store.Folder;

/** The station's log file while a command works: stack traces and counts, never a code, a unit or an answer. */
final class LogFile {

    private final FileAppender<ILoggingEvent> file;
    private final Logger root;

    private LogFile(FileAppender<ILoggingEvent> file, Logger root) {
        this.file = file;
        this.root = root;
    }

    static LogFile in(Folder folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern("%d{yyyy-MM-dd HH:mm:ss} %-5level %logger{0} %msg%n");
        lines.start();
        FileAppender<ILoggingEvent> file = new FileAppender<>();
        file.setContext(context);
        file.setFile(folder.log().resolve("tallyroom.log").toString());
        file.setEncoder(lines);
        file.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("org.tallyroom").setLevel(Level.INFO);
        root.addAppender(file);
        return new LogFile(file, root);
    }

    void close() {
        root.detachAppender(file);
        file.stop();
    }
}
