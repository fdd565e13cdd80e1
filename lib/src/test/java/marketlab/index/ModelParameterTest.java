package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelParameterTest {

    @Test
    void everyParameterIsExplainedAndChangesItsModel() {
        assertThat(ModelParameter.all()).hasSizeGreaterThan(30).allSatisfy(parameter -> {
            assertThat(parameter.meaning()).isNotBlank();
            IndexModel typical = IndexModel.named(parameter.model());
            assertThat(typical.parameters()).containsEntry(parameter.name(), parameter.typical());
            double changed = parameter.typical() * 0.99;
            assertThat(IndexModel.named(parameter.model(), Map.of(parameter.name(), changed))
                            .parameters())
                    .containsEntry(parameter.name(), changed);
        });
    }

    @Test
    void everyModelButBootstrapHasSome() {
        List<String> models = ModelParameter.all().stream()
                .map(ModelParameter::model)
                .distinct()
                .toList();
        assertThat(models)
                .hasSize(IndexModel.names().size() - 1)
                .isSubsetOf(IndexModel.names())
                .doesNotContain("bootstrap");
    }
}
