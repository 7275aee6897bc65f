package dev.qiao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.qiao.payment.Authority;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  @Test
  void modulesOnlyUseWhatOthersShow() {
    ApplicationModules modules = ApplicationModules.of(QiaoServer.class);
    assertThat(modules.stream().count()).isGreaterThan(5);
    modules.verify();
  }

  @Test
  void onlyTablesTouchTheDatabase() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.qiao");
    ArchRuleDefinition.noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Tables")
        .and()
        .haveSimpleNameNotEndingWith("Trail")
        .and()
        .haveSimpleNameNotEndingWith("Lists")
        .and()
        .haveSimpleNameNotEndingWith("Figures")
        .and()
        .resideOutsideOfPackages("dev.qiao.database..", "dev.qiao.ledger..", "dev.qiao.postgres..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .because("SQL lives in one class a concern")
        .check(classes);
  }

  @Test
  void theLedgerKnowsNoFramework() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.qiao.ledger", "dev.qiao.money", "dev.qiao.ids");
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(classes);
  }

  @Test
  void onlyTheDemoGrantsItselfARightToMoveMoney() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.qiao");
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("dev.qiao.demo..")
        .should()
        .callConstructor(Authority.Granted.class, String.class)
        .because("whoever grants must have checked: name each place here")
        .check(classes);
  }
}
