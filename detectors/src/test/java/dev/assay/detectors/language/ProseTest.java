package dev.assay.detectors.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Well,\" she said (it was about 4 o'clock), \"that's a well-known fact, isn't it?\"",
                "吾輩は猫である。名前はまだ無い。",
                "Съешь же ещё этих мягких французских булок, да выпей чаю.",
                "下雨了,我们没有去!他说:好吧?到了2025年,他还记得(也许)这件事。",
                "ห้องอ่านหนังสือจะเปิดอีกครั้งในปี 2025 (หลังจากปิดปรับปรุง), น้ำดื่มมีให้ฟรี!",
                "maybe it was the rain...maybe the long road...I kept thinking of the house...and the dog",
                "Loving this #sunset with @anna 😀 and all the others"
            })
    void passesRunningText(String text) {
        assertThat(Prose.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "for (int i = 0; i < n; i++) { total += values[i] * weights[i]; } return total / n;",
                "https://example.org/a https://example.org/b?c=d www.example.com/list",
                "2021-04-01 13.7 12.9 14.1 2021-04-02 11.2 10.8 12.0",
                "价格=12.5;数量=3;总计=37.5 日期=2021-04-01;编号=A-17 价格=11.9;数量=1;总计=11.9",
                "{\"id\": 7, \"name\": \"x\", \"tags\": [1, 2, 3], \"ok\": true}"
            })
    void stopsCodeTablesAndLists(String text) {
        assertThat(Prose.is(text)).isFalse();
    }

    @Test
    void countsWordsByHand() {
        assertThat(Prose.wordShare("one (two) 3 a/b")).isEqualTo(0.5);
    }
}
