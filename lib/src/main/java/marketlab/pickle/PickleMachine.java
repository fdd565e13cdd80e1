package marketlab.pickle;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import marketlab.pickle.PythonNode.Bytes;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;
import marketlab.pickle.PythonNode.Items.Kind;
import marketlab.pickle.PythonNode.Text;

/**
 * Reads the opcodes of a pickle once, from front to back, into a tree of {@link PythonNode}s. It has a stack and a memo
 * as Python has, but it cannot import, call or change anything: REDUCE, NEWOBJ and BUILD only record what the pickle asks
 * for. Long runs of bytes stay in the file. The memory is limited by the file's length and {@link #MAX_NODES}. No method
 * calls itself.
 */
final class PickleMachine {

    /** The number of lists, tuples, dicts, sets and calls that one pickle may have. */
    static final int MAX_NODES = 1 << 19;

    /** The number of objects on the stack. A file may have one more for each {@link #BYTES_AN_OBJECT} of its bytes. */
    private static final int MAX_HEIGHT = 1 << 20;

    private static final int BYTES_AN_OBJECT = 256;

    /** The number of open lists, tuples and dicts. Python itself nests at most a thousand. */
    private static final int MAX_MARKS = 1 << 12;

    /** The bit that tells LONG_BINGET from BINGET. */
    private static final int WIDE = Opcode.BINGET ^ Opcode.LONG_BINGET;

    /** Decimals of more digits stay text. */
    private static final int MAX_DIGITS = 64;

    private static final Pattern DIGITS = Pattern.compile("-?\\d+(\\.\\d+)?(E[+-]\\d{1,4})?");

    private static final Set<PythonGlobal> SCALARS = EnumSet.of(
            PythonGlobal.TIMESTAMP,
            PythonGlobal.UNPICKLE_TIMESTAMP,
            PythonGlobal.TIMEDELTA,
            PythonGlobal.UNPICKLE_TIMEDELTA,
            PythonGlobal.DATETIME,
            PythonGlobal.DURATION,
            PythonGlobal.TIME,
            PythonGlobal.DECIMAL,
            PythonGlobal.SCALAR,
            PythonGlobal.PERIOD,
            PythonGlobal.NAT);

    private static final Items EMPTY_TUPLE = new Items(0, Kind.TUPLE);

    private final PickleInput in;
    private final List<Global> foreign = new ArrayList<>();
    private Object[] stack = new Object[64];
    private int height;
    private int[] marks = new int[16];
    private int markCount;
    private final ChunkedList memo = new ChunkedList();
    private int nodes;
    /** Offset of the current opcode. */
    private long here;

    private PickleMachine(PickleInput in) {
        this.in = in;
    }

    /** The tree of the pickle at the input's position, which is left behind STOP. */
    static PickleTree read(PickleInput in) throws IOException {
        PickleMachine machine = new PickleMachine(in);
        Object root = machine.run();
        return new PickleTree(root, machine.foreign);
    }

    /**
     * Tests first for the opcodes that get an object from the memo, because a column of repeated words consists mostly
     * of them.
     */
    private Object run() throws IOException {
        proto();
        int opcode;
        do {
            here = in.position();
            opcode = in.u8();
            if ((opcode | WIDE) == Opcode.LONG_BINGET) {
                push(got(in.u8OrU32((opcode & WIDE) != 0)));
            } else {
                step(opcode);
            }
        } while (opcode != Opcode.STOP);
        return result();
    }

    private void step(int opcode) throws IOException {
        switch (opcode) {
            case Opcode.FRAME -> in.claim(in.i64());
            case Opcode.STOP -> {}
            case Opcode.MARK -> mark();
            case Opcode.MEMOIZE -> put(memo.size());
            case Opcode.BINPUT -> put(in.u8());
            case Opcode.LONG_BINPUT -> put(in.u32());
            case Opcode.NONE -> push(null);
            case Opcode.NEWTRUE -> push(Boolean.TRUE);
            case Opcode.NEWFALSE -> push(Boolean.FALSE);
            case Opcode.BININT -> push((long) in.i32());
            case Opcode.BININT1 -> push((long) in.u8());
            case Opcode.BININT2 -> push((long) in.u16());
            case Opcode.LONG1 -> push(integer(in.bytes(in.u8())));
            case Opcode.BINFLOAT -> push(in.bigEndianDouble());
            case Opcode.SHORT_BINUNICODE -> push(in.text(in.u8()));
            case Opcode.BINUNICODE -> push(text(in.u32()));
            case Opcode.BINUNICODE8 -> push(text(in.i64()));
            case Opcode.SHORT_BINBYTES -> push(bytes(in.u8()));
            case Opcode.BINBYTES -> push(bytes(in.u32()));
            case Opcode.BINBYTES8, Opcode.BYTEARRAY8 -> push(bytes(in.i64()));
            case Opcode.EMPTY_TUPLE -> push(EMPTY_TUPLE);
            case Opcode.TUPLE1 -> tuple(1);
            case Opcode.TUPLE2 -> tuple(2);
            case Opcode.TUPLE3 -> tuple(3);
            case Opcode.TUPLE -> tuple(height - popMark());
            case Opcode.EMPTY_LIST -> push(new Items(counted(), Kind.LIST));
            case Opcode.EMPTY_DICT -> push(new Items(counted(), Kind.DICT));
            case Opcode.EMPTY_SET -> push(new Items(counted(), Kind.SET));
            case Opcode.APPEND -> extend(Kind.LIST, height - 1, 1);
            case Opcode.APPENDS -> extend(Kind.LIST, popMark(), 1);
            case Opcode.SETITEM -> extend(Kind.DICT, height - 2, 2);
            case Opcode.SETITEMS -> extend(Kind.DICT, popMark(), 2);
            case Opcode.FROZENSET -> frozenSet();
            case Opcode.ADDITEMS -> extend(Kind.SET, popMark(), 1);
            case Opcode.GLOBAL -> push(global(in.line(), in.line()));
            case Opcode.STACK_GLOBAL -> stackGlobal();
            case Opcode.REDUCE -> reduce();
            case Opcode.NEWOBJ -> newObject();
            case Opcode.BUILD -> build();
            default -> throw refuse("opcode 0x%02x is not one that pandas writes".formatted(opcode));
        }
    }

    private void proto() throws IOException {
        here = in.position();
        if (!in.has(2) || in.u8() != Opcode.PROTO) {
            throw refuse(ForeignFile.of(in));
        }
        int protocol = in.u8();
        if (protocol < 2 || protocol > 5) {
            throw refuse("protocol must be 2 to 5, got " + protocol);
        }
    }

    private Object result() throws PickleException {
        if (height != 1 || markCount != 0) {
            throw refuse("STOP with " + height + " objects on the stack");
        }
        return pop();
    }

    private void push(Object value) throws PickleException {
        if (height == stack.length) {
            if (height >= MAX_HEIGHT + in.length() / BYTES_AN_OBJECT) {
                throw refuse("more than %s objects on the stack".formatted(height));
            }
            stack = Arrays.copyOf(stack, height * 2);
        }
        stack[height++] = value;
    }

    private Object pop() throws PickleException {
        needStack(1);
        return stack[--height];
    }

    /** Objects below the topmost mark cannot be used, as in Python. */
    private void needStack(int count) throws PickleException {
        if (height - (markCount == 0 ? 0 : marks[markCount - 1]) < count) {
            throw refuse("the stack is empty");
        }
    }

    private void mark() throws PickleException {
        if (markCount == MAX_MARKS) {
            throw refuse("more than %s marks on the stack".formatted(MAX_MARKS));
        }
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, markCount * 2);
        }
        marks[markCount++] = height;
    }

    private int popMark() throws PickleException {
        if (markCount == 0) {
            throw refuse("there is no mark on the stack");
        }
        return marks[--markCount];
    }

    private void put(long index) throws PickleException {
        needStack(1);
        if (index != memo.size()) {
            throw refuse("memo index %s where %s is next".formatted(index, memo.size()));
        }
        Object value = stack[height - 1];
        boolean again = memo.size() > 0 && memo.get(memo.size() - 1) == value;
        boolean number = value instanceof Number && !(value instanceof BigDecimal);
        if (again || value == null || value instanceof Boolean || number) {
            throw refuse("a value in the memo that Python does not put there");
        }
        memo.add(value);
    }

    private Object got(long index) throws PickleException {
        if (index >= memo.size()) {
            throw refuse("memo index %s of %s".formatted(index, memo.size()));
        }
        return memo.get((int) index);
    }

    private static Object integer(byte[] littleEndian) {
        if (littleEndian.length == 0) {
            return 0L;
        }
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < bigEndian.length; i++) {
            bigEndian[i] = littleEndian[bigEndian.length - 1 - i];
        }
        BigInteger value = new BigInteger(bigEndian);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    private Object text(long length) throws IOException {
        in.claim(length);
        if (length <= PickleInput.BLOCK / 16) {
            return in.text((int) length);
        }
        Text text = new Text(in.position(), length);
        in.skip(length);
        return text;
    }

    private Object bytes(long length) throws IOException {
        in.claim(length);
        long start = in.position();
        if (length <= Bytes.SHORT) {
            return new Bytes(start, length, in.bytes((int) length), false);
        }
        in.skip(length);
        return new Bytes(start, length, null, false);
    }

    private long counted() throws PickleException {
        if (++nodes > MAX_NODES) {
            throw refuse("more than %s objects that are not strings or numbers".formatted(MAX_NODES));
        }
        return here;
    }

    private void tuple(int size) throws PickleException {
        needStack(size);
        Object[] items = Arrays.copyOfRange(stack, height - size, height);
        height -= size;
        push(size == 0 ? EMPTY_TUPLE : new Items(counted(), Kind.TUPLE, items));
    }

    private void frozenSet() throws PickleException {
        Object[] items = Arrays.copyOfRange(stack, popMark(), height);
        for (Object item : items) {
            scalar(item);
        }
        height -= items.length;
        push(new Items(counted(), Kind.FROZEN_SET, items));
    }

    private void extend(Kind kind, int from, int step) throws PickleException {
        int count = height - from;
        needStack(count + 1);
        if (stack[from - 1] instanceof Call call) {
            throw refuse(withItems(call));
        }
        boolean fits = stack[from - 1] instanceof Items items
                && (kind == Kind.DICT ? items.isDict() : items.kind() == kind)
                && count % step == 0;
        if (!fits) {
            throw refuse("items for a %s but the object is not one"
                    .formatted(kind.name().toLowerCase(Locale.ROOT)));
        }
        for (int i = from; kind != Kind.LIST && i < height; i += step) {
            scalar(stack[i]);
        }
        ((Items) stack[from - 1]).add(stack, from, height);
        height -= count;
    }

    /** The error for an object of another class that gets items: a Counter, a defaultdict, a deque. */
    private static String withItems(Call call) {
        String name = call.foreign() == null
                ? call.callee().qualifiedName()
                : call.foreign().foreign().replace(' ', '.');
        return name.equals("collections.defaultdict")
                ? "a defaultdict is not read; in Python: pandas.to_pickle(dict(pandas.read_pickle(FILE)), 'NEW.pkl')"
                : "an object of class " + name + " is not read";
    }

    private void scalar(Object key) throws PickleException {
        boolean plain = !(key instanceof PythonNode)
                || key instanceof Call call && SCALARS.contains(call.callee())
                || key instanceof Items tuple
                        && tuple.kind() == Kind.TUPLE
                        && Arrays.stream(tuple.toArray()).noneMatch(item -> item instanceof PythonNode);
        if (!plain) {
            throw refuse("a key must be a scalar or a tuple of scalars");
        }
    }

    private void stackGlobal() throws PickleException {
        Object name = pop();
        Object module = pop();
        if (!(module instanceof String m) || !(name instanceof String n)) {
            throw refuse("a global's name is not a string");
        }
        push(global(m, n));
    }

    private Global global(String module, String name) throws PickleException {
        if (module.startsWith("joblib")) {
            throw refuse("joblib wrote this; in Python: pandas.to_pickle(joblib.load(FILE), 'NEW.pkl')");
        }
        PythonGlobal known = PythonGlobal.of(module, name);
        if (known != null) {
            return new Global(here, known, null);
        }
        Global unknown = new Global(here, PythonGlobal.FOREIGN, shown(module) + " " + shown(name));
        foreign.add(unknown);
        return unknown;
    }

    private static String shown(String name) {
        String start = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    private void reduce() throws PickleException {
        Object arguments = pop();
        Object callee = pop();
        if (!(arguments instanceof Items tuple) || tuple.kind() != Kind.TUPLE) {
            throw refuse("arguments of a call are not a tuple");
        }
        if (!(callee instanceof Global global)) {
            throw refuse("a call of something that is not a global");
        }
        push(called(global, tuple.toArray()));
    }

    private Object called(Global global, Object[] arguments) throws PickleException {
        PythonGlobal callee = global.name();
        if (callee == PythonGlobal.GETATTR) {
            return attribute(arguments);
        }
        if (callee == PythonGlobal.ORDERED_DICT && arguments.length == 0) {
            return new Items(counted(), Kind.ORDERED_DICT);
        }
        if (callee == PythonGlobal.DATE && arguments.length == 1 && arguments[0] instanceof Bytes packed) {
            return date(packed);
        }
        if (callee == PythonGlobal.ENCODE && arguments.length == 2 && "latin1".equals(arguments[1])) {
            return encoded(arguments[0]);
        }
        if (callee == PythonGlobal.DECIMAL && arguments.length == 1 && arguments[0] instanceof String digits) {
            BigDecimal exact = decimal(digits);
            if (exact != null) {
                return exact;
            }
        }
        return call(global, arguments, false);
    }

    /** Scalars and their arguments do not count as nodes, because a column has one scalar for each row. */
    private Call call(Global global, Object[] arguments, boolean made) throws PickleException {
        if (global.name() == PythonGlobal.ORDERED_DICT) {
            throw refuse("an OrderedDict is not as Python writes it");
        }
        if (SCALARS.contains(global.name()) && arguments.length > 0) {
            nodes = Math.max(0, nodes - 1);
            return new Call(here, global.name(), arguments, made);
        }
        return new Call(counted(), global, arguments, made);
    }

    /**
     * The number, if Python and Java write it in the same way; else null. A column may have a million of them, so they
     * are made at once and do not count as nodes.
     */
    private BigDecimal decimal(String digits) {
        if (digits.length() > MAX_DIGITS || !DIGITS.matcher(digits).matches()) {
            return null;
        }
        BigDecimal decimal = new BigDecimal(digits);
        if (!decimal.toString().equals(digits)) {
            return null;
        }
        nodes = Math.max(0, nodes - 1);
        return decimal;
    }

    /** The only getattr that Python itself writes. The key of the ZoneInfo follows in a separate call. */
    private Object attribute(Object[] arguments) throws PickleException {
        if (arguments.length == 2
                && arguments[0] instanceof Global owner
                && owner.name() == PythonGlobal.ZONE_INFO
                && "_unpickle".equals(arguments[1])) {
            return new Global(here, PythonGlobal.ZONE_INFO_UNPICKLE, null);
        }
        throw refuse("getattr is allowed for ZoneInfo._unpickle alone");
    }

    /** A date. A column may have a million of them, so they are made at once and do not count as nodes. */
    private Object date(Bytes packed) throws PickleException {
        byte[] b = packed.held();
        if (b == null || b.length != 4) {
            throw refuse("a date must be 4 bytes");
        }
        try {
            nodes = Math.max(0, nodes - 1);
            return PythonDate.of(b, b[2]);
        } catch (DateTimeException e) {
            throw refuse("a date is not valid: " + e.getMessage());
        }
    }

    private Object encoded(Object text) throws PickleException {
        if (text instanceof Text t) {
            return new Bytes(t.offset(), t.length(), null, true);
        }
        if (text instanceof String s) {
            byte[] bytes = new byte[s.length()];
            for (int i = 0; i < bytes.length; i++) {
                if (s.charAt(i) > 0xff) {
                    throw refuse("bytes written as text are not Latin-1");
                }
                bytes[i] = (byte) s.charAt(i);
            }
            return new Bytes(here, bytes.length, bytes, false);
        }
        throw refuse("bytes written as text are not text");
    }

    private void newObject() throws PickleException {
        Object arguments = pop();
        Object type = pop();
        if (!(arguments instanceof Items tuple) || tuple.kind() != Kind.TUPLE || !(type instanceof Global global)) {
            throw refuse("a new object of something that is not a global");
        }
        if (global.name() == PythonGlobal.GETATTR) {
            throw refuse("getattr is allowed for ZoneInfo._unpickle alone");
        }
        push(call(global, tuple.toArray(), true));
    }

    private void build() throws PickleException {
        Object state = pop();
        needStack(1);
        if (!(stack[height - 1] instanceof Call object)) {
            throw refuse("a state for an object that cannot have one");
        }
        object.build(state, here);
    }

    private PickleException refuse(String reason) {
        return new PickleException(here, reason);
    }
}
