package marketlab.pickle;

import static marketlab.pickle.Assembler.attributes;
import static marketlab.pickle.Assembler.frame;
import static marketlab.pickle.Assembler.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that were made to run something, to exhaust something, or to be taken for what they are not. */
final class HostileFiles {

    /** What public corpora of malicious pickles call, and what would call it for them. */
    private static final List<String> GADGETS = List.of(
            "os system",
            "posix system",
            "nt system",
            "os popen",
            "os execv",
            "os spawnl",
            "os remove",
            "os putenv",
            "subprocess Popen",
            "subprocess call",
            "subprocess check_output",
            "subprocess run",
            "builtins eval",
            "builtins exec",
            "builtins compile",
            "builtins open",
            "builtins __import__",
            "builtins setattr",
            "builtins delattr",
            "builtins globals",
            "builtins vars",
            "builtins breakpoint",
            "builtins map",
            "builtins apply",
            "__builtin__ eval",
            "__builtin__ execfile",
            "__builtin__ file",
            "runpy run_path",
            "runpy _run_code",
            "pty spawn",
            "ctypes CDLL",
            "code InteractiveInterpreter",
            "types CodeType",
            "types FunctionType",
            "marshal loads",
            "pickle loads",
            "_pickle loads",
            "cloudpickle loads",
            "dill loads",
            "joblib load",
            "torch load",
            "shutil rmtree",
            "socket create_connection",
            "urllib.request urlopen",
            "http.client HTTPSConnection",
            "requests get",
            "webbrowser open",
            "importlib import_module",
            "importlib.machinery SourceFileLoader",
            "operator attrgetter",
            "operator methodcaller",
            "functools partial",
            "functools reduce",
            "numpy.testing._private.utils runstring",
            "numpy.f2py.crackfortran getlincoef",
            "numpy load",
            "numpy fromfile",
            "numpy memmap",
            "numpy.ctypeslib load_library",
            "pandas eval",
            "pandas read_pickle",
            "pandas.io.common get_handle",
            "pandas.core.computation.eval eval",
            "pandas.core.internals.blocks Block",
            "timeit timeit",
            "cProfile run",
            "profile run",
            "pdb run",
            "bdb Bdb",
            "trace Trace",
            "doctest debug_script",
            "asyncio.unix_events _UnixSubprocessTransport",
            "multiprocessing.util spawnv_passfds",
            "tempfile mktemp",
            "pathlib Path",
            "io FileIO",
            "zipimport zipimporter",
            "sys exit",
            "signal signal",
            "pydoc pipepager",
            "pip._internal main",
            "venv create",
            "ensurepip bootstrap",
            "idlelib.pyshell ModifiedInterpreter",
            "lib2to3.pgen2.grammar Grammar",
            "logging.config fileConfig",
            "getpass getpass",
            "fileinput input",
            "site main",
            "smtplib SMTP",
            "ftplib FTP",
            "sqlite3 connect",
            "xml.sax parse",
            "yaml load",
            "mmap mmap",
            "gc get_objects",
            "inspect getattr_static",
            "collections namedtuple",
            "string Formatter",
            "codecs open",
            "_codecs decode",
            "pytz timezone",
            "datetime datetime.now",
            "pandas DataFrame.eval",
            "pandas DataFrame.to_pickle",
            "pandas Series.map",
            "numpy ndarray.tofile",
            "numpy ndarray.dump",
            "zoneinfo ZoneInfo._unpickle",
            "zoneinfo ZoneInfo.from_file",
            "builtins getattr.__call__",
            "pandas _testing.os.system",
            "os path.join",
            "pandas io.common.os.system");

    private static final Map<String, Integer> OPCODES = Map.ofEntries(
            Map.entry("INST", (int) 'i'),
            Map.entry("OBJ", (int) 'o'),
            Map.entry("NEWOBJ_EX", 0x92),
            Map.entry("EXT1", 0x82),
            Map.entry("EXT2", 0x83),
            Map.entry("EXT4", 0x84),
            Map.entry("PERSID", (int) 'P'),
            Map.entry("BINPERSID", (int) 'Q'),
            Map.entry("NEXT_BUFFER", 0x97),
            Map.entry("READONLY_BUFFER", 0x98),
            Map.entry("DUP", (int) '2'),
            Map.entry("POP", (int) '0'),
            Map.entry("POP_MARK", (int) '1'),
            Map.entry("STRING", (int) 'S'),
            Map.entry("BINSTRING", (int) 'T'),
            Map.entry("SHORT_BINSTRING", (int) 'U'),
            Map.entry("INT", (int) 'I'),
            Map.entry("LONG", (int) 'L'),
            Map.entry("LONG4", 0x8b),
            Map.entry("FLOAT", (int) 'F'),
            Map.entry("UNICODE", (int) 'V'),
            Map.entry("LIST", (int) 'l'),
            Map.entry("DICT", (int) 'd'),
            Map.entry("PUT", (int) 'p'),
            Map.entry("GET", (int) 'g'),
            Map.entry("FROZENSET", 0x91),
            Map.entry("opcode 0", 0),
            Map.entry("opcode 255", 0xff));

    private static final int MANY = 1_500_000;

    private HostileFiles() {}

    /** By name, each to be refused. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        gadgets(files);
        opcodes(files);
        shapes(files);
        lengths(files);
        bombs(files);
        attributesOf(files);
        frames(files);
        wideFrames(files);
        objects(files);
        HostileKinds.add(files);
        return files;
    }

    static void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : all().entrySet()) {
            Files.write(folder.resolve(file.getKey().replaceAll("[^A-Za-z0-9_]+", "-") + ".pkl"), file.getValue());
        }
    }

    private static void gadgets(Map<String, byte[]> files) {
        for (String gadget : GADGETS) {
            String[] name = gadget.split(" ");
            files.put(
                    gadget + " by GLOBAL",
                    protocol(2)
                            .raw("c" + name[0] + "\n" + name[1] + "\n")
                            .op(Opcode.MARK)
                            .text("echo")
                            .op(Opcode.TUPLE, Opcode.REDUCE, Opcode.STOP)
                            .done());
            files.put(
                    gadget + " by STACK_GLOBAL",
                    protocol(4)
                            .call(name[0], name[1], a -> a.text("echo"))
                            .op(Opcode.STOP)
                            .done());
            files.put(gadget + " in a column", frame(a -> a.call(name[0], name[1], b -> b.text("echo")), 1));
        }
        files.put(
                "getattr of another",
                protocol(4)
                        .call("builtins", "getattr", a -> a.global("pandas", "DataFrame")
                                .text("eval"))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "getattr of another attribute",
                protocol(4)
                        .call("builtins", "getattr", a -> a.global("zoneinfo", "ZoneInfo")
                                .text("from_file"))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "getattr with a default",
                protocol(4)
                        .call("builtins", "getattr", a -> a.global("zoneinfo", "ZoneInfo")
                                .text("_unpickle")
                                .op(Opcode.NONE))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "getattr by NEWOBJ",
                protocol(4)
                        .global("builtins", "getattr")
                        .op(Opcode.MARK)
                        .global("zoneinfo", "ZoneInfo")
                        .text("_unpickle")
                        .op(Opcode.TUPLE, Opcode.NEWOBJ, Opcode.STOP)
                        .done());
        files.put("getattr of what getattr gave", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("z")
                .call("builtins", "getattr", b -> b.call("builtins", "getattr", c -> c.global("zoneinfo", "ZoneInfo")
                                .text("_unpickle"))
                        .text("x"))
                .op(Opcode.SETITEM)));
        files.put(
                "a name of a megabyte",
                protocol(4)
                        .global("pandas", "x".repeat(1 << 20))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "a GLOBAL without an end",
                protocol(2).raw("c" + "x".repeat(1 << 20)).done());
        files.put(
                "a GLOBAL with a NUL",
                protocol(2).raw("cpandas\nData\0Frame\n").op(Opcode.STOP).done());
        files.put(
                "a STACK_GLOBAL of bytes",
                protocol(4)
                        .binary(new byte[3])
                        .binary(new byte[3])
                        .op(Opcode.STACK_GLOBAL)
                        .done());
    }

    private static void opcodes(Map<String, byte[]> files) {
        OPCODES.forEach((name, opcode) -> files.put(
                name,
                protocol(4)
                        .op(Opcode.MARK)
                        .text("os")
                        .text("x")
                        .op(opcode)
                        .raw("os\nsystem\n\1\0\0\0")
                        .op(Opcode.STOP)
                        .done()));
        for (int opcode : new int[] {
            Opcode.MEMOIZE,
            Opcode.TUPLE1,
            Opcode.TUPLE2,
            Opcode.TUPLE3,
            Opcode.TUPLE,
            Opcode.APPEND,
            Opcode.APPENDS,
            Opcode.SETITEM,
            Opcode.SETITEMS,
            Opcode.ADDITEMS,
            Opcode.STACK_GLOBAL,
            Opcode.REDUCE,
            Opcode.NEWOBJ,
            Opcode.BUILD,
            Opcode.STOP
        }) {
            files.put(
                    "nothing for opcode " + opcode,
                    protocol(4).op(opcode, Opcode.STOP).done());
            files.put(
                    "only a mark for opcode " + opcode,
                    protocol(4)
                            .op(Opcode.NONE, Opcode.NONE, Opcode.NONE, Opcode.MARK, opcode, Opcode.STOP)
                            .done());
        }
    }

    private static void shapes(Map<String, byte[]> files) {
        files.put("empty", new byte[0]);
        files.put("one byte", new byte[] {(byte) 0x80});
        files.put("text", "Open,High,Low,Close\n".getBytes());
        for (int protocol : new int[] {0, 1, 6, 255}) {
            files.put(
                    "protocol " + protocol,
                    protocol(protocol).op(Opcode.NONE, Opcode.STOP).done());
        }
        files.put(
                "two protocols",
                protocol(4).op(Opcode.PROTO, 4, Opcode.NONE, Opcode.STOP).done());
        files.put("no STOP", protocol(4).op(Opcode.NONE).done());
        files.put(
                "STOP with two",
                protocol(4).op(Opcode.NONE, Opcode.NONE, Opcode.STOP).done());
        files.put(
                "STOP with a mark",
                protocol(4).op(Opcode.MARK, Opcode.NONE, Opcode.STOP).done());
        files.put("None alone", protocol(4).op(Opcode.NONE, Opcode.STOP).done());
        files.put("a string alone", protocol(4).text("x").op(Opcode.STOP).done());
        files.put("a list alone", protocol(4).op(Opcode.EMPTY_LIST, Opcode.STOP).done());
        files.put(
                "a date alone",
                protocol(4)
                        .call("datetime", "date", a -> a.binary(new byte[] {7, 1, 1, 1}))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "memo of nothing", protocol(4).op(Opcode.BINGET, 0, Opcode.STOP).done());
        files.put(
                "memo far away",
                protocol(4).op(Opcode.LONG_BINGET).i32(-1).op(Opcode.STOP).done());
        files.put(
                "memo put far away",
                protocol(4)
                        .op(Opcode.NONE, Opcode.LONG_BINPUT)
                        .i32(-1)
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "memo put with a gap",
                protocol(4).op(Opcode.NONE, Opcode.BINPUT, 1, Opcode.STOP).done());
        files.put(
                "memo put over another",
                protocol(4)
                        .op(Opcode.NONE, Opcode.BINPUT, 0, Opcode.NEWTRUE, Opcode.BINPUT, 0, Opcode.STOP)
                        .done());
        files.put(
                "items for a tuple",
                protocol(4)
                        .op(Opcode.EMPTY_TUPLE, Opcode.NONE, Opcode.APPEND, Opcode.STOP)
                        .done());
        files.put(
                "items for a frame",
                protocol(4)
                        .call("pandas", "DataFrame", a -> {})
                        .op(Opcode.NONE, Opcode.APPEND, Opcode.STOP)
                        .done());
        files.put(
                "a key without a value",
                protocol(4)
                        .op(Opcode.EMPTY_DICT, Opcode.MARK, Opcode.NONE, Opcode.SETITEMS, Opcode.STOP)
                        .done());
        files.put(
                "a list as a key",
                protocol(4)
                        .op(Opcode.EMPTY_DICT, Opcode.EMPTY_LIST, Opcode.NONE, Opcode.SETITEM, Opcode.STOP)
                        .done());
        files.put(
                "a list of itself as a key",
                protocol(4)
                        .op(
                                Opcode.EMPTY_DICT,
                                Opcode.EMPTY_LIST,
                                Opcode.MEMOIZE,
                                Opcode.BINGET,
                                0,
                                Opcode.APPEND,
                                Opcode.NONE,
                                Opcode.SETITEM,
                                Opcode.STOP)
                        .done());
        files.put(
                "a call as a set's item",
                protocol(4)
                        .op(Opcode.EMPTY_SET, Opcode.MARK)
                        .call("pandas", "DataFrame", a -> {})
                        .op(Opcode.ADDITEMS, Opcode.STOP)
                        .done());
        files.put(
                "arguments that are a list",
                protocol(4)
                        .global("pandas", "DataFrame")
                        .op(Opcode.EMPTY_LIST, Opcode.REDUCE, Opcode.STOP)
                        .done());
        files.put(
                "a call of a string",
                protocol(4)
                        .text("os.system")
                        .op(Opcode.EMPTY_TUPLE, Opcode.REDUCE, Opcode.STOP)
                        .done());
        files.put(
                "a call of a call",
                protocol(4)
                        .call("pandas", "DataFrame", a -> {})
                        .op(Opcode.EMPTY_TUPLE, Opcode.REDUCE, Opcode.STOP)
                        .done());
        files.put(
                "a state for a list",
                protocol(4)
                        .op(Opcode.EMPTY_LIST, Opcode.EMPTY_DICT, Opcode.BUILD, Opcode.STOP)
                        .done());
        files.put(
                "two states",
                protocol(4)
                        .call("pandas", "DataFrame", a -> {})
                        .op(Opcode.EMPTY_DICT, Opcode.BUILD, Opcode.EMPTY_DICT, Opcode.BUILD, Opcode.STOP)
                        .done());
        byte[] good = frame(a -> a.array("<f8", 1, new byte[8]), 1);
        files.put(
                "a second pickle",
                new Assembler()
                        .raw(good)
                        .raw(protocol(4)
                                .call("os", "system", a -> a.text("x"))
                                .op(Opcode.STOP)
                                .done())
                        .done());
        files.put("one more byte", new Assembler().raw(good).op(0).done());
        files.put(
                "a footer of another length",
                new Assembler()
                        .raw(good)
                        .raw(Footer.of(good.length + 1, 0).array())
                        .done());
        files.put(
                "a footer of other bytes",
                new Assembler().raw(good).raw(Footer.of(good.length, 0).array()).done());
    }

    private static void lengths(Map<String, byte[]> files) {
        for (long length : new long[] {1, 1L << 31, 1L << 40, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
            for (int opcode : new int[] {Opcode.BINBYTES8, Opcode.BYTEARRAY8, Opcode.BINUNICODE8, Opcode.FRAME}) {
                files.put(
                        "opcode %d announces %d".formatted(opcode, length),
                        protocol(5).op(opcode).i64(length).done());
            }
        }
        for (long length : new long[] {1, Integer.MAX_VALUE, -1}) {
            for (int opcode : new int[] {Opcode.BINBYTES, Opcode.BINUNICODE}) {
                files.put(
                        "opcode %d announces %d".formatted(opcode, length),
                        protocol(5).op(opcode).i32(length).done());
            }
        }
        files.put(
                "short string cut",
                protocol(4).op(Opcode.SHORT_BINUNICODE, 5, 'x').done());
        files.put(
                "short bytes cut", protocol(4).op(Opcode.SHORT_BINBYTES, 5, 'x').done());
        files.put("integer cut", protocol(4).op(Opcode.LONG1, 255, 1).done());
        files.put("float cut", protocol(4).op(Opcode.BINFLOAT, 0).done());
        String[] malformed = {
            "\u00ff", "\u00c3", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080", "\u0080"
        };
        for (int i = 0; i < malformed.length; i++) {
            files.put(
                    "no UTF-8 " + i,
                    protocol(4)
                            .op(Opcode.SHORT_BINUNICODE, malformed[i].length())
                            .raw(malformed[i])
                            .op(Opcode.STOP)
                            .done());
        }
    }

    private static void bombs(Map<String, byte[]> files) {
        Assembler doubled = protocol(4).op(Opcode.EMPTY_TUPLE, Opcode.MEMOIZE);
        for (int i = 0; i < 60; i++) {
            doubled.op(Opcode.BINGET, i, Opcode.TUPLE2, Opcode.MEMOIZE);
        }
        files.put("doubled tuples", doubled.op(Opcode.STOP).done());
        files.put("marks", protocol(4).times(MANY, a -> a.op(Opcode.MARK)).done());
        files.put(
                "empty lists",
                protocol(4).times(MANY, a -> a.op(Opcode.EMPTY_LIST)).done());
        files.put(
                "empty dicts",
                protocol(4).times(MANY, a -> a.op(Opcode.EMPTY_DICT)).done());
        files.put(
                "empty sets",
                protocol(4).times(MANY, a -> a.op(Opcode.EMPTY_SET)).done());
        files.put(
                "nested tuples",
                protocol(4)
                        .op(Opcode.EMPTY_TUPLE)
                        .times(MANY, a -> a.op(Opcode.TUPLE1))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "nested lists",
                protocol(4)
                        .times(400_000, a -> a.op(Opcode.EMPTY_LIST))
                        .times(399_999, a -> a.op(Opcode.APPEND))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "nothing at all",
                protocol(4).times(MANY, a -> a.op(Opcode.NONE)).op(Opcode.STOP).done());
        files.put(
                "memo of nothing at all",
                protocol(4)
                        .op(Opcode.NONE)
                        .times(MANY, a -> a.op(Opcode.MEMOIZE))
                        .done());
        files.put(
                "calls of calls",
                protocol(4)
                        .global("pandas", "Index")
                        .op(Opcode.MEMOIZE, Opcode.NONE)
                        .times(MANY / 5, a -> a.op(Opcode.TUPLE1, Opcode.MEMOIZE))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "floats",
                protocol(4)
                        .times(MANY / 4, a -> a.op(Opcode.BINFLOAT).i64(1))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "strings",
                protocol(4).times(MANY / 4, a -> a.text("ab")).op(Opcode.STOP).done());
        files.put(
                "big integers",
                protocol(4)
                        .times(10_000, a -> a.op(Opcode.LONG1, 255).raw(new byte[255]))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "dates",
                protocol(4)
                        .global("datetime", "date")
                        .op(Opcode.MEMOIZE)
                        .times(MANY / 8, a -> a.op(Opcode.BINGET, 0)
                                .binary(new byte[] {7, 1, 1, 1})
                                .op(Opcode.TUPLE1, Opcode.REDUCE))
                        .op(Opcode.STOP)
                        .done());
    }

    private static void attributesOf(Map<String, byte[]> files) {
        files.put("attributes of a list of itself", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .op(Opcode.EMPTY_LIST, Opcode.MEMOIZE, Opcode.BINGET, 0, Opcode.APPEND, Opcode.SETITEM)));
        files.put("attributes of a dict of itself", attributes(a -> a.op(Opcode.EMPTY_DICT, Opcode.MEMOIZE)
                .text("x")
                .op(Opcode.BINGET, 0, Opcode.SETITEM)));
        files.put("attributes nested", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .op(Opcode.EMPTY_TUPLE)
                .times(100_000, b -> b.op(Opcode.TUPLE1))
                .op(Opcode.SETITEM)));
        files.put("attributes doubled", attributes(a -> {
            a.op(Opcode.EMPTY_DICT).text("x").op(Opcode.EMPTY_TUPLE, Opcode.MEMOIZE);
            for (int i = 0; i < 50; i++) {
                a.op(Opcode.BINGET, i, Opcode.TUPLE2, Opcode.MEMOIZE);
            }
            a.op(Opcode.SETITEM);
        }));
        files.put("attributes of a doubled list", attributes(a -> {
            a.op(Opcode.EMPTY_DICT).text("x").op(Opcode.EMPTY_LIST, Opcode.MEMOIZE);
            a.times(30, b -> b.op(Opcode.BINGET, 0, Opcode.APPEND)).op(Opcode.SETITEM);
        }));
        files.put("attributes that are a list", attributes(a -> a.op(Opcode.EMPTY_LIST)));
    }

    private static void objects(Map<String, byte[]> files) {
        files.put(
                "an object nested",
                frame(a -> a.objects(1, b -> b.op(Opcode.EMPTY_TUPLE).times(100_000, c -> c.op(Opcode.TUPLE1))), 1));
        files.put(
                "an object doubled",
                frame(
                        a -> a.objects(1, b -> {
                            b.op(Opcode.EMPTY_TUPLE, Opcode.MEMOIZE);
                            for (int i = 0; i < 50; i++) {
                                b.op(Opcode.BINGET, i, Opcode.TUPLE2, Opcode.MEMOIZE);
                            }
                        }),
                        1));
        files.put(
                "an object of another class in a list",
                frame(
                        a -> a.objects(1, b -> b.op(Opcode.EMPTY_LIST)
                                .call("os", "system", c -> c.text("echo"))
                                .op(Opcode.APPEND)),
                        1));
        files.put(
                "a Decimal that is not valid",
                frame(a -> a.objects(1, b -> b.call("decimal", "Decimal", c -> c.text("1x"))), 1));
        files.put(
                "a Decimal of endless digits",
                frame(a -> a.objects(1, b -> b.call("decimal", "Decimal", c -> c.text("9".repeat(60_000)))), 1));
        files.put(
                "a Timestamp out of range",
                frame(
                        a -> a.objects(
                                1,
                                b -> b.call("pandas._libs.tslibs.timestamps", "_unpickle_timestamp", c -> c.integer(
                                                Long.MAX_VALUE)
                                        .op(Opcode.NONE, Opcode.NONE)
                                        .integer(7))),
                        1));
        files.put(
                "a guarded column with another index",
                frame(
                        a -> a.call("pandas", "Series", b -> b.objects(1, c -> c.integer(1))
                                .range(1)
                                .call("numpy", "dtype", c -> c.text("O"))),
                        1));
        files.put(
                "a dict of frames and of a call",
                protocol(4)
                        .op(Opcode.EMPTY_DICT)
                        .text("a")
                        .call("os", "system", a -> a.text("echo"))
                        .op(Opcode.SETITEM, Opcode.STOP)
                        .done());
    }

    /** By name, each to be read without its attribute. */
    static Map<String, byte[]> leftOut() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("attributes of a frame", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .call("pandas", "DataFrame", b -> {})
                .op(Opcode.SETITEM)));
        files.put("attributes of a huge decimal", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .call("decimal", "Decimal", b -> b.text("9".repeat(60_000)))
                .op(Opcode.SETITEM)));
        files.put("attributes of no date", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .call("datetime", "datetime", b -> b.binary(new byte[] {0, 0, 99, 99, 99, 0, 0, 0, 0, 0}))
                .op(Opcode.SETITEM)));
        files.put("attributes of an endless duration", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .call("datetime", "timedelta", b -> b.integer(Long.MAX_VALUE)
                        .integer(Long.MAX_VALUE)
                        .integer(Long.MAX_VALUE))
                .op(Opcode.SETITEM)));
        files.put("attributes of a scalar of objects", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .call("numpy.core.multiarray", "scalar", b -> b.call("numpy", "dtype", c -> c.text("O8"))
                        .binary(new byte[8]))
                .op(Opcode.SETITEM)));
        files.put("bare getattr", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("z")
                .global("builtins", "getattr")
                .op(Opcode.SETITEM)));
        List<String> gadgets = GADGETS.stream()
                .filter(gadget -> !gadget.startsWith("joblib")) // whose files are told as such
                .toList();
        for (String gadget : gadgets) {
            String[] name = gadget.split(" ");
            files.put("attributes of " + gadget, attributes(a -> a.op(Opcode.EMPTY_DICT)
                    .text("x")
                    .call(name[0], name[1], b -> b.text("echo"))
                    .op(Opcode.SETITEM)));
        }
        return files;
    }

    private static void frames(Map<String, byte[]> files) {
        files.put("an array longer than its bytes", frame(a -> a.array("<f8", 2, new byte[8]), 2));
        files.put("an array shorter than its bytes", frame(a -> a.array("<f8", 1, new byte[9]), 1));
        files.put("an array of negative length", frame(a -> a.array("<f8", -1, new byte[0]), 1));
        files.put("an array of endless length", frame(a -> a.array("<f8", Long.MAX_VALUE, new byte[8]), 1));
        files.put(
                "an array whose length overflows",
                frame(
                        a -> a.call("numpy", "ndarray", b -> b.integer(1L << 30)
                                .integer(1L << 30)
                                .op(Opcode.TUPLE2)
                                .text("<f8")
                                .binary(new byte[0])),
                        1));
        files.put(
                "an array of three dimensions",
                frame(
                        a -> a.call("numpy", "ndarray", b -> b.integer(1)
                                .integer(1)
                                .integer(1)
                                .op(Opcode.TUPLE3)
                                .text("<f8")
                                .binary(new byte[8])),
                        1));
        files.put(
                "an array of no dimension",
                frame(
                        a -> a.call("numpy", "ndarray", b -> b.op(Opcode.EMPTY_TUPLE)
                                .text("<f8")
                                .binary(new byte[8])),
                        1));
        files.put(
                "objects out of bytes",
                frame(
                        a -> a.call("numpy.core.numeric", "_frombuffer", b -> b.binary(new byte[8])
                                .text("O8")
                                .integer(1)
                                .op(Opcode.TUPLE1)
                                .text("C")),
                        1));
        files.put("a dtype of no size", frame(a -> a.array("<f0", 1, new byte[0]), 1));
        files.put("a dtype of fields", frame(a -> a.array("<f8,<f8", 1, new byte[16]), 1));
        files.put("a dtype of void", frame(a -> a.array("|V8", 1, new byte[8]), 1));
        files.put("datetimes of no unit", frame(a -> a.array("<M8", 1, new byte[8]), 1));
        files.put("datetimes of days", frame(a -> a.array("<M8[D]", 1, new byte[8]), 1));
        files.put(
                "datetimes of an endless year",
                frame(a -> a.array("<M8[s]", 1, new byte[] {0, 0, 0, 0, 0, 0, 0, 127}), 1));
        files.put("a column of too many rows", frame(a -> a.array("<f8", 2, new byte[16]), 1));
        files.put("rows without end", frame(a -> a.array("<f8", 1, new byte[8]), 1L << 62));
        files.put(
                "a range by zero",
                frame(
                        a -> a.array("<f8", 1, new byte[8]),
                        a -> a.call(
                                "pandas",
                                "RangeIndex",
                                b -> b.integer(0).integer(1).integer(0).op(Opcode.NONE, Opcode.NEWFALSE, Opcode.NONE)),
                        a -> a.op(Opcode.EMPTY_DICT)));
        files.put(
                "a range of more numbers than are",
                frame(
                        a -> a.array("<f8", 1, new byte[8]),
                        a -> a.call("pandas", "RangeIndex", b -> b.integer(Long.MIN_VALUE)
                                .integer(Long.MAX_VALUE)
                                .integer(1)
                                .op(Opcode.NONE, Opcode.NEWFALSE, Opcode.NONE)),
                        a -> a.op(Opcode.EMPTY_DICT)));
        files.put(
                "a range of floats",
                frame(
                        a -> a.array("<f8", 1, new byte[8]),
                        a -> a.call(
                                "pandas",
                                "RangeIndex",
                                b -> b.op(
                                        Opcode.NONE,
                                        Opcode.NONE,
                                        Opcode.NONE,
                                        Opcode.NONE,
                                        Opcode.NEWFALSE,
                                        Opcode.NONE)),
                        a -> a.op(Opcode.EMPTY_DICT)));
        files.put("a column out of a range", frame(a -> a.range(1L << 30), 1L << 30));
        files.put(
                "an index in itself",
                frame(a -> a.array("<f8", 1, new byte[8]), HostileFiles::deepIndex, a -> a.op(Opcode.EMPTY_DICT)));
        files.put("a category of itself", frame(HostileFiles::categoryOfItself, 1));
        files.put(
                "words beyond the dictionary",
                frame(
                        a -> a.call("numpy", "take", b -> b.objects(1, c -> c.text("x"))
                                .array("<i4", 1, new byte[] {1, 0, 0, 0})),
                        1));
        files.put(
                "words before the dictionary",
                frame(
                        a -> a.call("numpy", "take", b -> b.objects(1, c -> c.text("x"))
                                .array("<i4", 1, new byte[] {-1, -1, -1, -1})),
                        1));
        files.put(
                "categories beyond",
                frame(
                        a -> a.call("pandas", "Categorical.from_codes", b -> b.array("|i1", 1, new byte[] {5})
                                .call("pandas", "Index", c -> c.objects(1, d -> d.text("x"))
                                        .op(Opcode.NONE, Opcode.NEWFALSE, Opcode.NONE))
                                .op(Opcode.NEWFALSE)),
                        1));
        files.put("objects fewer than announced", frame(a -> a.objects(2, b -> b.text("x")), 2));
        files.put(
                "a time of day that is not valid",
                frame(
                        a -> a.objects(
                                1, b -> b.call("datetime", "time", c -> c.binary(new byte[] {99, 99, 99, 0, 0, 0}))),
                        1));
        files.put(
                "a date that is not valid",
                frame(a -> a.objects(1, b -> b.call("datetime", "date", c -> c.binary(new byte[] {0, 0, 0, 0}))), 1));
        files.put(
                "a date after Python's last year",
                frame(
                        a -> a.objects(
                                1,
                                b -> b.call(
                                        "datetime",
                                        "date",
                                        c -> c.binary(new byte[] {(byte) 0x87, (byte) 0xe8, 1, 1}))),
                        1));
        files.put(
                "a mask of another length",
                frame(
                        a -> a.call("pandas.arrays", "IntegerArray", b -> b.array("<i8", 1, new byte[8])
                                .array("|b1", 2, new byte[2])),
                        1));
        files.put(
                "a zone that is not valid",
                frame(
                        a -> a.call("pandas", "DatetimeIndex", b -> b.array("<i8", 1, new byte[8])
                                .op(Opcode.NONE)
                                .integer(5)),
                        1));
        files.put(
                "a fixed offset of many days",
                frame(
                        a -> a.call("pandas", "DatetimeIndex", b -> b.array("<i8", 1, new byte[8])
                                .op(Opcode.NONE)
                                .call("pytz", "FixedOffset", c -> c.integer(1440))),
                        1));
        files.put(
                "an OrderedDict of an argument",
                frame(a -> a.objects(1, b -> b.call("collections", "OrderedDict", c -> c.integer(1))), 1));
        files.put(
                "an OrderedDict with a list for a key",
                frame(
                        a -> a.objects(1, b -> b.call("collections", "OrderedDict", c -> {})
                                .op(Opcode.MARK, Opcode.EMPTY_LIST, Opcode.NONE, Opcode.SETITEMS)),
                        1));
        files.put(
                "an OrderedDict with a call of a program",
                frame(
                        a -> a.objects(1, b -> b.call("collections", "OrderedDict", c -> {})
                                .op(Opcode.MARK)
                                .text("k")
                                .call("os", "system", c -> c.text("true"))
                                .op(Opcode.SETITEMS)),
                        1));
        files.put(
                "two halves of a surrogate pair",
                frame(
                        a -> a.objects(1, b -> b.op(Opcode.SHORT_BINUNICODE, 6).raw(new byte[] {
                            (byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xed, (byte) 0xb0, (byte) 0x80
                        })),
                        1));
    }

    private static void wideFrames(Map<String, byte[]> files) {
        int many = 1_000_000;
        files.put("a million columns", Assembler.wide(many, a -> a.range(many)));
        files.put(
                "a million columns of one name",
                Assembler.wide(
                        many,
                        a -> a.labels(
                                many,
                                b -> b.text("x").op(Opcode.MEMOIZE).times(many - 1, c -> c.op(Opcode.BINGET, 0)))));
        files.put(
                "columns of a long name",
                Assembler.wide(
                        60_000,
                        a -> a.labels(60_000, b -> b.text("x".repeat(60_000))
                                .op(Opcode.MEMOIZE)
                                .times(59_999, c -> c.op(Opcode.BINGET, 0)))));
        files.put(
                "an array of endless columns",
                protocol(4)
                        .call("numpy.core.numeric", "_frombuffer", a -> a.binary(new byte[0])
                                .text("<f8")
                                .integer(0)
                                .integer(Integer.MAX_VALUE - 8)
                                .op(Opcode.TUPLE2)
                                .text("C"))
                        .op(Opcode.STOP)
                        .done());
        files.put(
                "one array for many columns",
                protocol(5)
                        .global("pandas", "DataFrame")
                        .op(Opcode.MARK, Opcode.EMPTY_DICT, Opcode.MARK)
                        .integer(0)
                        .array("<f8", 100_000, new byte[800_000])
                        .op(Opcode.MEMOIZE)
                        .times(9_999, a -> a.op(Opcode.NONE, Opcode.BINGET, 0))
                        .op(Opcode.SETITEMS)
                        .range(100_000)
                        .op(Opcode.NONE, Opcode.NONE, Opcode.NEWFALSE, Opcode.TUPLE, Opcode.REDUCE, Opcode.EMPTY_DICT)
                        .text("_typ")
                        .text("dataframe")
                        .op(Opcode.SETITEM, Opcode.BUILD, Opcode.STOP)
                        .done());
        files.put(
                "one array for many levels",
                frame(
                        a -> a.array("|b1", 1_000_000, new byte[1_000_000]),
                        a -> a.call("pandas", "MultiIndex.from_arrays", b -> b.op(Opcode.EMPTY_LIST, Opcode.MARK)
                                .array("<f8", 1_000_000, new byte[8_000_000])
                                .op(Opcode.MEMOIZE)
                                .times(63, c -> c.op(Opcode.BINGET, 0))
                                .op(Opcode.APPENDS, Opcode.NONE, Opcode.EMPTY_LIST, Opcode.MARK)
                                .times(64, c -> c.op(Opcode.NONE))
                                .op(Opcode.APPENDS)),
                        a -> a.op(Opcode.EMPTY_DICT)));
        files.put("blocks of no column", Assembler.blocks(1, a -> a.range(1), a -> a.block(0, 0, 0)
                .op(Opcode.MEMOIZE)
                .times(MANY, b -> b.op(Opcode.BINGET, 0))));
        files.put(
                "a memo again and again",
                protocol(4)
                        .text("x")
                        .times(MANY, a -> a.op(Opcode.MEMOIZE))
                        .op(Opcode.STOP)
                        .done());
        files.put("attributes of a long string", attributes(a -> a.op(Opcode.EMPTY_DICT)
                .text("x")
                .op(Opcode.EMPTY_LIST, Opcode.MARK)
                .text("x".repeat(60_000))
                .op(Opcode.MEMOIZE)
                .times(10_000, b -> b.op(Opcode.BINGET, 0))
                .op(Opcode.APPENDS, Opcode.SETITEM)));
    }

    /** Index(Index(Index(…), None, False, None), None, False, None), twenty thousand deep. */
    private static void deepIndex(Assembler a) {
        int depth = 20_000;
        a.times(depth, b -> b.global("pandas", "Index").op(Opcode.MARK));
        a.array("<f8", 1, new byte[8]);
        a.times(depth, b -> b.op(Opcode.NONE, Opcode.NEWFALSE, Opcode.NONE, Opcode.TUPLE, Opcode.REDUCE));
    }

    /** A Categorical whose dtype's categories are an index of that Categorical. */
    private static void categoryOfItself(Assembler a) {
        a.global("pandas", "Categorical").op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.MEMOIZE);
        a.op(Opcode.EMPTY_DICT, Opcode.MARK)
                .text("_codes")
                .array("|i1", 1, new byte[1])
                .text("_dtype");
        a.global("pandas", "CategoricalDtype").op(Opcode.EMPTY_TUPLE, Opcode.NEWOBJ, Opcode.EMPTY_DICT, Opcode.MARK);
        a.text("ordered")
                .op(Opcode.NEWFALSE)
                .text("categories")
                .call("pandas.core.indexes.base", "_new_Index", b -> b.global("pandas", "Index")
                        .op(Opcode.EMPTY_DICT)
                        .text("data")
                        .op(Opcode.BINGET, 0, Opcode.SETITEM));
        a.op(Opcode.SETITEMS, Opcode.BUILD, Opcode.SETITEMS, Opcode.BUILD);
    }
}
