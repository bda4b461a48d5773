package dev.assay.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.connectors.ConnectJson;
import dev.assay.connectors.Verdicts;
import dev.assay.schemas.Decision;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSinkConfigTest {
    @ParameterizedTest
    @CsvSource({
        "url, ftp://x/y",
        "url, 'not an address'",
        "url, http://user:s3cret@x/y",
        "decisions, GUILTY",
        "questions, ''",
        "body, xml",
        "body.template, '{\"a\":${id}}'",
        "max.in.flight, 0",
        "auth.header, Content-Length",
        "auth.header, 'X API'",
        "auth.value, 's3cret\ny'",
        "signing.secret, ''",
        "signing.secret, whsec_not-base64-s3cret"
    })
    void namesAWrongSetting(String option, String value) {
        var settings = new HashMap<>(Map.of("url", "http://x/y"));
        settings.put(option, value);
        assertThatThrownBy(() -> new WebhookSinkConfig(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(option)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "body, coop, coop.type.id",
        "body, template, body.template",
        "auth.header, X-API-KEY, auth.header",
        "decisions, FAMILIAR, decisions"
    })
    void namesASettingThatAnotherNeeds(String option, String value, String named) {
        Map<String, String> settings = Map.of("url", "http://x/y", option, value);
        assertThatThrownBy(() -> new WebhookSinkConfig(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(named);
        List<ConfigValue> wrong = new WebhookSinkConnector()
                .validate(settings).configValues().stream()
                        .filter(checked -> !checked.errorMessages().isEmpty())
                        .toList();
        assertThat(wrong).extracting(ConfigValue::name).containsExactly(named);
    }

    @Test
    void fillsTemplates() {
        BodyTemplate template = BodyTemplate.parse(
                "{\"text\":\"${source}: p=${questions.machine.p_value}\",\"all\":[\"${id}\",\"${nothing}\"],\"no\":\"${nothing}\"}");
        byte[] body = template.fill(ConnectJson.verdict(ConnectJson.of(Verdicts.map("m\"1", Decision.FLAGGED))));
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("{\"text\":\"ann: p=0.002\",\"all\":[\"m\\\"1\",null]}");
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void signsAsTheStandardDoes() {
        assertThat(new Signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .of(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                1614265330,
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
