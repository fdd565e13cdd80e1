package marketlab.pickle;

import java.nio.ByteBuffer;

/** The items of one column in an array of their own width, filled from blocks of the file. */
sealed interface Cells {

    /** Takes items from a buffer in the items' byte order, from its position on. */
    void put(ByteBuffer block, int at, int count);

    /** Takes every {@code stride}th item of the other cells, beginning at {@code from}. */
    void pick(Cells others, int from, int stride, int at, int count);

    int size();

    static Cells of(Dtype dtype, int rows, long offset) throws PickleException {
        switch ("" + dtype.kind() + dtype.size()) {
            case "f8":
                return new Doubles(new double[rows]);
            case "f4":
                return new Singles(new float[rows]);
            case "i8", "u8", "M8", "m8":
                return new Longs(new long[rows]);
            case "i4", "u4":
                return new Ints(new int[rows]);
            case "i2", "u2", "f2":
                return new Shorts(new short[rows]);
            case "i1", "u1", "b1", "?1":
                return new Bytes8(new byte[rows]);
            case "c16":
                return new Pairs(new Doubles(new double[Math.multiplyExact(rows, 2)]));
            case "c8":
                return new Pairs(new Singles(new float[Math.multiplyExact(rows, 2)]));
            default:
                throw PickleException.noColumn(offset, "dtype " + dtype.pandasName());
        }
    }

    /** Complex numbers. Real and imaginary parts alternate. */
    record Pairs(Cells parts) implements Cells {
        @Override
        public int size() {
            return parts.size() / 2;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            parts.put(block, 2 * at, 2 * count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            for (int i = 0; i < count; i++) {
                parts.pick(((Pairs) others).parts, 2 * (from + i * stride), 1, 2 * (at + i), 2);
            }
        }
    }

    record Doubles(double[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            block.asDoubleBuffer().get(values, at, count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            double[] source = ((Doubles) others).values;
            for (int i = at, k = from; i < at + count; i++, k += stride) {
                values[i] = source[k];
            }
        }
    }

    record Singles(float[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            block.asFloatBuffer().get(values, at, count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            float[] source = ((Singles) others).values;
            for (int i = at, k = from; i < at + count; i++, k += stride) {
                values[i] = source[k];
            }
        }
    }

    record Longs(long[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            block.asLongBuffer().get(values, at, count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            long[] source = ((Longs) others).values;
            for (int i = at, k = from; i < at + count; i++, k += stride) {
                values[i] = source[k];
            }
        }
    }

    record Ints(int[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            block.asIntBuffer().get(values, at, count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            int[] source = ((Ints) others).values;
            for (int i = at, k = from; i < at + count; i++, k += stride) {
                values[i] = source[k];
            }
        }
    }

    record Shorts(short[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            block.asShortBuffer().get(values, at, count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            short[] source = ((Shorts) others).values;
            for (int i = at, k = from; i < at + count; i++, k += stride) {
                values[i] = source[k];
            }
        }
    }

    record Bytes8(byte[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int at, int count) {
            block.slice().get(values, at, count);
        }

        @Override
        public void pick(Cells others, int from, int stride, int at, int count) {
            byte[] source = ((Bytes8) others).values;
            for (int i = at, k = from; i < at + count; i++, k += stride) {
                values[i] = source[k];
            }
        }
    }
}
