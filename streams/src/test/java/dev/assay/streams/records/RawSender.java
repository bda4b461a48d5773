package dev.assay.streams.records;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.requests.RequestHeader;

/** Sends records of any time, also of none (−1), as old clients do: today's producer refuses to. */
public final class RawSender {
    private static final short VERSION = 9;
    private static final int PATIENCE = 10_000; // ms

    private RawSender() {}

    /** Sends one to partition 0, and waits until it is there. */
    public static void send(String bootstrap, String topic, long timestamp, byte[] value) {
        ProduceRequestData data = new ProduceRequestData().setAcks((short) -1).setTimeoutMs(PATIENCE);
        data.topicData().add(partition(topic, timestamp, value));
        RequestHeader header = new RequestHeader(ApiKeys.PRODUCE, VERSION, "raw", 1);
        ByteBuffer request = new ProduceRequest(data, VERSION).serializeWithHeader(header);
        String[] address = bootstrap.split(":", 2);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.remaining());
            out.write(request.array(), request.arrayOffset() + request.position(), request.remaining());
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            requireTaken(ByteBuffer.wrap(in.readNBytes(in.readInt())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProduceRequestData.TopicProduceData partition(String topic, long timestamp, byte[] value) {
        var records = MemoryRecords.withRecords(
                RecordBatch.MAGIC_VALUE_V2,
                0L,
                Compression.NONE,
                TimestampType.CREATE_TIME,
                new SimpleRecord(timestamp, null, value));
        var produced = new ProduceRequestData.TopicProduceData().setName(topic);
        produced.partitionData()
                .add(new ProduceRequestData.PartitionProduceData().setIndex(0).setRecords(records));
        return produced;
    }

    private static void requireTaken(ByteBuffer answer) {
        answer.position(Integer.BYTES + 1); // correlation id, no tagged fields
        ProduceResponse response = ProduceResponse.parse(new ByteBufferAccessor(answer), VERSION);
        response.data()
                .responses()
                .forEach(topic -> topic.partitionResponses().forEach(partition -> {
                    if (partition.errorCode() != 0) {
                        throw new IllegalStateException("refused with error " + partition.errorCode());
                    }
                }));
    }
}
