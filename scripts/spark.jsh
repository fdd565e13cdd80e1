// Imports, in addition to kit.jsh, for a session with Spark: mlab spark shell, or a notebook kernel with --spark

import org.apache.spark.sql.Row;
import static org.apache.spark.sql.functions.*;
import static marketlab.spark.SparkLab.*;
