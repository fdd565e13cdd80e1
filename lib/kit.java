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

//SOURCES src/main/java/marketlab/calendar/ExpiryRule.java
//SOURCES src/main/java/marketlab/calendar/ExpiryRules.java
//SOURCES src/main/java/marketlab/calendar/Hours.java
//SOURCES src/main/java/marketlab/calendar/Market.java
//SOURCES src/main/java/marketlab/calendar/RuleFile.java
//SOURCES src/main/java/marketlab/calendar/TradingCalendar.java
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
//SOURCES src/main/java/marketlab/dataset/JsonRows.java
//SOURCES src/main/java/marketlab/dataset/Metadata.java
//SOURCES src/main/java/marketlab/dataset/TableText.java
//SOURCES src/main/java/marketlab/index/BarSimulator.java
//SOURCES src/main/java/marketlab/index/Bars.java
//SOURCES src/main/java/marketlab/index/Check.java
//SOURCES src/main/java/marketlab/index/Gbm.java
//SOURCES src/main/java/marketlab/index/IndexDataGenerator.java
//SOURCES src/main/java/marketlab/index/IndexModel.java
//SOURCES src/main/java/marketlab/index/Interval.java
//SOURCES src/main/java/marketlab/index/ModelCatalog.java
//SOURCES src/main/java/marketlab/index/Moves.java
//SOURCES src/main/java/marketlab/index/Nearest.java
//SOURCES src/main/java/marketlab/index/Parallel.java
//SOURCES src/main/java/marketlab/index/RandomStream.java
//SOURCES src/main/java/marketlab/index/Scenario.java
//SOURCES src/main/java/marketlab/index/SmallExp.java
//SOURCES src/main/java/marketlab/index/Steps.java
//SOURCES src/main/java/marketlab/index/TimeGrid.java
//SOURCES src/main/java/marketlab/index/VolumeModel.java
//SOURCES src/main/java/marketlab/index/Ziggurat.java
//SOURCES src/main/java/marketlab/option/BlackScholes.java
//SOURCES src/main/java/marketlab/option/ChainTable.java
//SOURCES src/main/java/marketlab/option/Check.java
//SOURCES src/main/java/marketlab/option/Normal.java
//SOURCES src/main/java/marketlab/option/OptionChainGenerator.java
//SOURCES src/main/java/marketlab/plot/Candlestick.java
//SOURCES src/main/java/marketlab/plot/Chain.java
//SOURCES src/main/java/marketlab/plot/ChainPlots.java
//SOURCES src/main/java/marketlab/plot/Columns.java
//SOURCES src/main/java/marketlab/plot/Heading.java
//SOURCES src/main/java/marketlab/plot/Json.java
//SOURCES src/main/java/marketlab/plot/Label.java
//SOURCES src/main/java/marketlab/plot/Page.java
//SOURCES src/main/java/marketlab/plot/Palette.java
//SOURCES src/main/java/marketlab/plot/PlotlyFigure.java
//SOURCES src/main/java/marketlab/plot/PlotlyJs.java
//SOURCES src/main/java/marketlab/plot/Plots.java
//SOURCES src/main/java/marketlab/plot/PricePlots.java
//SOURCES src/main/java/marketlab/plot/Resource.java
//SOURCES src/main/java/marketlab/plot/Smile.java
//SOURCES src/main/java/marketlab/plot/SpotLine.java
//SOURCES src/main/java/marketlab/plot/Theme.java
//SOURCES src/main/java/marketlab/plot/TimeAxis.java

//FILES marketlab/calendar/contracts.csv=src/main/resources/marketlab/calendar/contracts.csv
//FILES marketlab/calendar/nse-sessions.csv=src/main/resources/marketlab/calendar/nse-sessions.csv
//FILES marketlab/plot/page.html=src/main/resources/marketlab/plot/page.html
//FILES marketlab/plot/page.js=src/main/resources/marketlab/plot/page.js
//FILES marketlab/plot/template.json=src/main/resources/marketlab/plot/template.json

class kit {}
