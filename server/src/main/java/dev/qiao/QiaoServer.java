package dev.qiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: every module of the platform in one process. */
@SpringBootApplication
public class QiaoServer {
  public static void main(String[] arguments) {
    SpringApplication.run(QiaoServer.class, arguments);
  }
}
