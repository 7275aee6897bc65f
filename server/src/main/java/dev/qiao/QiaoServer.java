package dev.qiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program: every module of the platform in one process. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QiaoServer {
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(QiaoServer.class);
    application.addInitializers(new PortCheck());
    try {
      application.run(arguments);
    } catch (RuntimeException reported) {
      // StartFailures has said it already.
      System.exit(1);
    }
  }
}
