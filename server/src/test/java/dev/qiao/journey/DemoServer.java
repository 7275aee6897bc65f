package dev.qiao.journey;

import dev.qiao.FreshDatabase;
import dev.qiao.QiaoServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The server as {@code ./qiao run} starts it, with demo data, but a bank that is quicker and sooner
 * given up on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = QiaoServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "qiao.demo=true",
      "qiao.bank.answer-within=PT4S",
      "qiao.sandbox-bank.answers-after=PT1S",
      "qiao.sandbox-bank.late-after=PT12S"
    })
@ContextConfiguration(initializers = FreshDatabase.class)
@interface DemoServer {}
