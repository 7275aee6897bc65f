package dev.qiao;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the whole server on a free port, in demo mode but without demo data, on a database of its
 * own. Test classes share one running server: each makes its own people and shops, and lets the
 * clock run again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = QiaoServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"qiao.demo=true", "qiao.demo-data=false"})
@Import(PasswordsAlone.class)
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface ServerTest {}
