///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS ../lib/kit.java
//DEPS org.junit.platform:junit-platform-console-standalone:6.1.3
//DEPS net.jqwik:jqwik:1.10.1
//DEPS org.assertj:assertj-core:3.27.7
//DEPS com.tngtech.archunit:archunit:1.5.0
//DEPS org.apache.commons:commons-rng-simple:1.6
//DEPS org.apache.commons:commons-rng-sampling:1.6
//SOURCES ../lib/src/test/java/**/*.java
//COMPILE_OPTIONS -parameters

import org.junit.platform.console.ConsoleLauncher;

class tests {
    public static void main(String... args) {
        ConsoleLauncher.main("execute", "--select-package=marketlab", "--disable-banner", "--details=tree");
    }
}
