package marketlab.pickle;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.pickle.PandasExtras.Attribute;
import marketlab.pickle.PythonNode.Items;

/**
 * Reads {@code df.attrs}. The original of each attribute is kept, so that an unchanged attribute is written as it was
 * read. An attribute for which Java has no value is left out.
 */
final class AttributeDecoder {

    private final PickleInput in;

    AttributeDecoder(PickleInput in) {
        this.in = in;
    }

    /**
     * The attributes in their order. The key in the map is the text of the attribute's key.
     *
     * @param notes receives one line for each attribute that is left out
     */
    Map<String, Attribute> decode(Items attributes, List<String> notes) throws IOException {
        HeldNodes nodes = HeldNodes.ofAttributes(in);
        PythonValues values = new PythonValues(in);
        Map<String, Attribute> decoded = new LinkedHashMap<>();
        for (int i = 0; attributes != null && i < attributes.size(); i += 2) {
            Object key = attributes.get(i);
            String name = PythonText.ofKey(key);
            Object held = nodes.copy(attributes.get(i + 1));
            try {
                Object java = values.java(held);
                decoded.put(name, new Attribute(java, key instanceof PythonNode ? nodes.copy(key) : key, held));
            } catch (PickleException e) {
                notes.add("attribute '" + name + "' is left out: " + e.reason());
            }
        }
        return decoded;
    }
}
