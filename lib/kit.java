///usr/bin/env jbang "$0" "$@" ; exit $?
// The library and its one version list: every script starts with `//DEPS ../lib/kit.java`.
// Sources are listed one by one, because JBang drops globs from a remote catalog's URL.

//JAVA 17+
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -parameters

//DEPS com.fasterxml.jackson:jackson-bom:2.22.4@pom
//DEPS com.fasterxml.jackson.core:jackson-databind
//DEPS tech.tablesaw:tablesaw-core:0.44.4
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//DEPS org.webjars.npm:plotly.js-dist:3.3.1
//DEPS org.apache.commons:commons-text:1.15.0
//DEPS io.github.classgraph:classgraph:4.8.199
//DEPS info.picocli:picocli:4.7.7
//DEPS org.slf4j:slf4j-nop:2.0.20

//SOURCES src/main/java/marketlab/config/Config.java
//SOURCES src/main/java/marketlab/config/ConfigException.java
//SOURCES src/main/java/marketlab/config/ConfigFile.java
//SOURCES src/main/java/marketlab/config/ConfigManager.java
//SOURCES src/main/java/marketlab/config/Key.java
//SOURCES src/main/java/marketlab/config/Setting.java
//SOURCES src/main/java/marketlab/dataset/Csv.java
//SOURCES src/main/java/marketlab/dataset/CsvColumn.java
//SOURCES src/main/java/marketlab/dataset/CsvDates.java
//SOURCES src/main/java/marketlab/dataset/CsvException.java
//SOURCES src/main/java/marketlab/dataset/Dataset.java
//SOURCES src/main/java/marketlab/dataset/DatasetName.java
//SOURCES src/main/java/marketlab/dataset/Frame.java
//SOURCES src/main/java/marketlab/dataset/Metadata.java

class kit {}
