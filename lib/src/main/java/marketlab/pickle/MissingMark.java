package marketlab.pickle;

import java.io.IOException;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;

/** The four objects by which pandas marks a missing value. */
enum MissingMark {
    NONE,
    NAN,
    NA,
    NAT;

    /** The mark that this item is; null if it is a value. */
    static MissingMark of(Object item) {
        if (item == null) {
            return NONE;
        }
        if (item instanceof Double number && number.isNaN()) {
            return NAN;
        }
        if (item instanceof Global global && global.name() == PythonGlobal.NA) {
            return NA;
        }
        return item instanceof Call call && call.callee() == PythonGlobal.NAT ? NAT : null;
    }

    void write(OpcodeWriter out) throws IOException {
        switch (this) {
            case NONE -> out.none();
            case NAN -> out.real(Double.NaN);
            case NA -> out.global(PythonGlobal.NA);
            case NAT -> {
                out.begin(PythonGlobal.NAT);
                out.none();
                out.call();
            }
        }
    }
}
