package io.tributary.topologies.classify.learn;

import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that was learnt, and its form in a file: the model with its weights rounded to 8 bits per bucket, and the
 * calibration. Reading what was written gives the same decisions on every machine.
 *
 * @param model the model
 * @param calibration how often decisions were right
 */
public record Learnt(LinearModel model, Calibration calibration) {

    private static final int FORMAT = 0x54524D31;

    /** Writes the file. */
    public void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(TextFeatures.BUCKETS);
        out.writeInt(model.classes().size());
        for (int c = 0; c < model.classes().size(); c++) {
            out.writeUTF(model.classes().get(c).code());
            out.writeFloat(model.bias()[c]);
        }
        int[] documents = model.documents();
        out.writeInt(documents[TextFeatures.BUCKETS]);
        for (int bucket = 0; bucket < TextFeatures.BUCKETS; bucket++) {
            if (documents[bucket] > 0) {
                writeRow(out, bucket);
            }
        }
        out.writeInt(-1);
        float[] table = calibration.table();
        out.writeInt(table.length);
        for (float probability : table) {
            out.writeFloat(probability);
        }
    }

    private void writeRow(DataOutputStream out, int bucket) throws IOException {
        int width = model.classes().size();
        float[] weights = model.weights();
        float largest = 0;
        for (int i = bucket * width; i < (bucket + 1) * width; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        float step = largest / Byte.MAX_VALUE;
        out.writeInt(bucket);
        out.writeInt(model.documents()[bucket]);
        out.writeFloat(step);
        for (int i = bucket * width; i < (bucket + 1) * width; i++) {
            out.writeByte(step == 0 ? 0 : Math.round(weights[i] / step));
        }
    }

    /**
     * Reads the file.
     *
     * @throws IOException where it cannot be read or is of another form
     */
    public static Learnt readFrom(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT || in.readInt() != TextFeatures.BUCKETS) {
            throw new IOException("not a model of this version");
        }
        int width = in.readInt();
        List<Category> classes = new ArrayList<>(width);
        float[] bias = new float[width];
        for (int c = 0; c < width; c++) {
            classes.add(Taxonomy.of(in.readUTF()));
            bias[c] = in.readFloat();
        }
        int[] documents = new int[TextFeatures.BUCKETS + 1];
        documents[TextFeatures.BUCKETS] = in.readInt();
        float[] weights = readRows(in, documents, width);
        float[] table = new float[in.readInt()];
        for (int i = 0; i < table.length; i++) {
            table[i] = in.readFloat();
        }
        return new Learnt(new LinearModel(classes, weights, bias, documents), Calibration.of(table));
    }

    private static float[] readRows(DataInputStream in, int[] documents, int width) throws IOException {
        float[] weights = new float[TextFeatures.BUCKETS * width];
        byte[] row = new byte[width];
        for (int bucket = in.readInt(); bucket >= 0; bucket = in.readInt()) {
            documents[bucket] = in.readInt();
            float step = in.readFloat();
            in.readFully(row);
            for (int c = 0; c < width; c++) {
                weights[bucket * width + c] = row[c] * step;
            }
        }
        return weights;
    }
}
