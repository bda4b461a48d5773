package dev.assay.streams.soak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A record in the making: what a kind of odd records differs in. */
@SuppressWarnings("ArrayRecordComponent") // written once
record OddRecord(byte[] key, byte[] value, Long time, boolean hasId, List<Header> headers) {
    /** A record of that value, whose event has the id that it is given. */
    static OddRecord of(byte[] key, String value) {
        return of(key, value.getBytes(StandardCharsets.UTF_8));
    }

    static OddRecord of(byte[] key, byte[] value) {
        return new OddRecord(key, value, null, true, List.of());
    }

    /** The same at a time, ms since 1970. */
    OddRecord at(long other) {
        return new OddRecord(key, value, other, hasId, headers);
    }

    /** The same under another key. */
    OddRecord under(byte[] other) {
        return new OddRecord(other, value, time, hasId, headers);
    }

    /** The same, whose event has no id of its own. */
    OddRecord nameless() {
        return new OddRecord(key, value, time, false, headers);
    }

    /** The same with a header more; the value may be null. */
    OddRecord with(String name, byte[] bytes) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new RecordHeader(name, bytes));
        return new OddRecord(key, value, time, hasId, more);
    }

    ProducerRecord<byte[], byte[]> on(String topic) {
        return new ProducerRecord<>(topic, null, time, key, value, headers);
    }
}
