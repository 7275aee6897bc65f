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
      var context = application.run(arguments);
      // A start for the sake of starting, from which Java learns; it has to end in good order.
      if (context.getEnvironment().getProperty("qiao.rehearsal", Boolean.class, false)) {
        System.exit(SpringApplication.exit(context));
      }
    } catch (RuntimeException reported) {
      // StartFailures has said it already.
      System.exit(1);
    }
  }
}
