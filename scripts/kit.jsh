//DEPS ../lib/kit.java
// Imports the kit's words and their types into a JShell session: mlab shell, or jbang -i kit.jsh

import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.stream.*;
import marketlab.dataset.*;
import marketlab.index.*;
import marketlab.option.*;
import marketlab.plot.*;
import marketlab.storage.*;
import marketlab.storage.gcs.*;
import tech.tablesaw.api.*;
import static marketlab.kit.Lab.*;
