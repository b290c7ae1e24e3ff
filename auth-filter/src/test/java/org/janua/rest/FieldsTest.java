package org.janua.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.janua.request.Problem.FieldError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is read strictly. */
class FieldsTest {

  @Test
  void what_is_asked_for_is_there() {
    Fields fields = Fields.parse("{\"a\":\"x\",\"b\":true,\"c\":[\"y\",\"z\"],\"d\":null}");

    assertThat(fields.required("a")).isEqualTo("x");
    assertThat(fields.flag("b")).isTrue();
    assertThat(fields.list("c")).containsExactly("y", "z");
    assertThat(fields.optional("d")).isEmpty();
    assertThat(fields.optional("e")).isEmpty();
    fields.finish();
  }

  @ParameterizedTest
  @Tag("IN-02")
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "\"a\"",
        "[]",
        "{",
        "{\"a\":1",
        "{\"a\":\"x\"} {}",
        "{\"a\":\"x\"}x",
        "{\"a\":\"x\",\"a\":\"x\"}",
        "{'a':'x'}",
        "{\"a\":{\"b\":{}}}",
        "{\"a\":{\"b\":1}}",
        "{\"a\":{\"b\":\"x\",\"b\":\"x\"}}",
        "{\"a\":{\"b\":[{}]}}",
        "{\"a\":{\"b\":[]}",
        "{\"a\":[[]]}",
        "{\"a\":[1]}",
        "{\"a\":\"x\",}"
      })
  void what_is_not_one_object_of_objects_at_most_is_refused(String text) {
    assertThatThrownBy(() -> Fields.parse(text)).isInstanceOf(ProblemException.class);
  }

  @Test
  @Tag("IN-01")
  void depth_is_refused_at_its_first_step() {
    assertThatThrownBy(() -> Fields.parse("{\"a\":" + "[".repeat(60_000)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  @Tag("PW-13")
  void a_value_of_another_type_is_named() {
    refused("{\"a\":1}", fields -> fields.required("a"));
    refused("{\"a\":1e99999999999}", fields -> fields.required("a"));
    refused("{\"a\":null}", fields -> fields.required("a"));
    refused("{\"a\":[\"x\"]}", fields -> fields.required("a"));
    refused("{\"a\":\"\"}", fields -> fields.required("a"));
    refused("{}", fields -> fields.required("a"));
    refused("{\"a\":\"yes\"}", fields -> fields.flag("a"));
    refused("{\"a\":null}", fields -> fields.flag("a"));
    refused("{\"a\":true}", fields -> fields.optional("a"));
    refused("{\"a\":\"x\"}", fields -> fields.list("a"));
    refused("{\"a\":{}}", fields -> fields.required("a"));
    refused("{\"a\":{}}", fields -> fields.optional("a"));
    refused("{\"a\":{}}", fields -> fields.flag("a"));
    refused("{\"a\":{}}", fields -> fields.list("a"));
    refused("{}", fields -> fields.nested("a"));
    refused("{\"a\":[]}", fields -> fields.nested("a"));
    refused("{\"a\":{\"b\":\"x\"}}", fields -> fields.nested("a").listOrEverything("b"));
    refused("{\"a\":{\"b\":null}}", fields -> fields.nested("a").listOrEverything("b"));
  }

  @Test
  void an_object_in_the_object_is_read_as_strictly() {
    Fields fields = Fields.parse("{\"a\":{\"b\":[\"x\"],\"c\":\"*\"}}");

    Fields nested = fields.nested("a");
    assertThat(nested.names()).containsExactly("b", "c");
    assertThat(nested.listOrEverything("b")).containsExactly("x");
    assertThat(nested.listOrEverything("c")).containsExactly("*");
    fields.finish();
  }

  @Test
  void what_is_wrong_in_an_object_is_named_with_its_path() {
    Fields fields = Fields.parse("{\"a\":{\"b\":true}}");
    fields.nested("a").list("b");

    assertThatThrownBy(fields::finish)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().errors().toString()).contains("a.b"));
  }

  @Test
  void a_text_stays_changes_or_goes() {
    Fields fields = Fields.parse("{\"a\":\"x\",\"b\":null,\"c\":\"\"}");

    assertThat(fields.change("a").apply("old")).isEqualTo("x");
    assertThat(fields.change("b").apply("old")).isNull();
    assertThat(fields.change("c").apply("old")).isNull();
    assertThat(fields.change("d").apply("old")).isEqualTo("old");
    fields.finish();
  }

  @Test
  @Tag("AZ-03")
  void a_field_nobody_asked_for_is_refused() {
    Fields fields = Fields.parse("{\"roles\":[\"admin\"]}");

    assertThatThrownBy(fields::finish)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().errors().toString()).contains("roles"));
  }

  @Test
  void a_list_of_objects_is_read_as_strictly() {
    Fields fields = Fields.parse("{\"a\":[{\"b\":\"x\"},{\"b\":\"y\"}],\"c\":[]}");

    assertThat(fields.objects("a"))
        .extracting(item -> item.required("b"))
        .containsExactly("x", "y");
    assertThat(fields.objects("c")).isEmpty();
    assertThat(fields.objects("d")).isEmpty();
    fields.finish();
  }

  @Test
  @Tag("AZ-03")
  void what_is_wrong_in_a_list_of_objects_is_named_with_its_place() {
    Fields fields =
        Fields.parse("{\"a\":[{\"b\":\"x\"},{\"c\":true,\"d\":\"y\"}],\"e\":[\"z\"],\"f\":{}}");
    fields.objects("a").forEach(item -> item.required("b"));
    fields.objects("e");
    fields.objects("f");

    assertThatThrownBy(fields::finish)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThat(refusal.problem().errors())
                    .extracting(FieldError::field)
                    .containsExactly("a[1].b", "e", "f", "a[1].c", "a[1].d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[{\"b\":[{}]}]}",
        "{\"a\":[{\"b\":{}}]}",
        "{\"a\":[[]]}",
        "{\"a\":{\"b\":[{}]}}",
        "{\"a\":[{\"b\":\"x\",\"b\":\"y\"}]}",
        "{\"a\":[1]}"
      })
  void lists_hold_texts_or_flat_objects(String text) {
    assertThatThrownBy(() -> Fields.parse(text)).isInstanceOf(ProblemException.class);
  }

  private static void refused(String text, Consumer<Fields> reading) {
    assertThatThrownBy(
            () -> {
              Fields fields = Fields.parse(text);
              reading.accept(fields);
              fields.finish();
            })
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
  }
}
