// What a session with Spark has beside the words of kit.jsh: mlab spark shell, or a notebook's kernel with --spark

import org.apache.spark.sql.Row;
import static org.apache.spark.sql.functions.*;
import static marketlab.spark.SparkLab.*;
