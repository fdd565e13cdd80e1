package marketlab.pickle;

import java.nio.ByteBuffer;

/** The items of one column in an array of their own width, filled from blocks of the file. */
sealed interface Cells {

    /** Takes items from a buffer in the items' byte order: the first at {@code from}, each {@code stride} items on. */
    void put(ByteBuffer block, int from, int stride, int at, int count);

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
            case "i2", "u2":
                return new Shorts(new short[rows]);
            case "i1", "u1", "b1", "?1":
                return new Bytes8(new byte[rows]);
            default:
                throw new PickleException(offset, "dtype " + dtype.pandasName() + " has no Tablesaw column");
        }
    }

    record Doubles(double[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int from, int stride, int at, int count) {
            var items = block.asDoubleBuffer();
            if (stride == 1) {
                items.get(from, values, at, count);
            } else {
                for (int i = 0, k = from; i < count; i++, k += stride) {
                    values[at + i] = items.get(k);
                }
            }
        }
    }

    record Singles(float[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int from, int stride, int at, int count) {
            var items = block.asFloatBuffer();
            for (int i = 0, k = from; i < count; i++, k += stride) {
                values[at + i] = items.get(k);
            }
        }
    }

    record Longs(long[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int from, int stride, int at, int count) {
            var items = block.asLongBuffer();
            if (stride == 1) {
                items.get(from, values, at, count);
            } else {
                for (int i = 0, k = from; i < count; i++, k += stride) {
                    values[at + i] = items.get(k);
                }
            }
        }
    }

    record Ints(int[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int from, int stride, int at, int count) {
            var items = block.asIntBuffer();
            for (int i = 0, k = from; i < count; i++, k += stride) {
                values[at + i] = items.get(k);
            }
        }
    }

    record Shorts(short[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int from, int stride, int at, int count) {
            var items = block.asShortBuffer();
            for (int i = 0, k = from; i < count; i++, k += stride) {
                values[at + i] = items.get(k);
            }
        }
    }

    record Bytes8(byte[] values) implements Cells {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void put(ByteBuffer block, int from, int stride, int at, int count) {
            for (int i = 0, k = from; i < count; i++, k += stride) {
                values[at + i] = block.get(k);
            }
        }
    }
}
