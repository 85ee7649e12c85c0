package org.tallyroom.station;

import java.util.List;
import java.util.Optional;
import org.tallyroom.image.PageImage;
import org.tallyroom.ocr.ShortCodeOcr;

/** Asks OCR for a printed short code. The engine is started when the first page needs it: most batches never do. */
final class CodeOcr implements AutoCloseable {

    private Optional<ShortCodeOcr> engine = Optional.empty();

    /** One page at a time: an engine serves one thread. */
    synchronized List<String> propose(PageImage crop) {
        if (engine.isEmpty()) {
            engine = Optional.of(new ShortCodeOcr());
        }
        return engine.get().propose(crop);
    }

    @Override
    public synchronized void close() {
        engine.ifPresent(ShortCodeOcr::close);
    }
}
