package marketlab.regenerate;

import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.dataset.Metadata;
import marketlab.dataset.Recipe;
import marketlab.index.IndexRecipe;
import marketlab.option.ChainRecipe;
import marketlab.option.PanelRecipe;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;

/** Finds the generator that made a dataset, and loads the history that a generator draws from. */
final class Recipes {

    private final Storage storage;
    /** The folders above the layout, with a slash; the history is below them too. */
    private final String prefix;

    /** @param filepath path of the dataset in the storage; empty if it is not there */
    Recipes(Storage storage, String filepath) {
        this.storage = storage;
        this.prefix = DatasetName.parseEnd(filepath)
                .map(name ->
                        filepath.substring(0, filepath.length() - name.path().length()))
                .orElse("");
    }

    /** @throws IllegalArgumentException if no generator made this */
    Recipe of(Metadata metadata) {
        return ChainRecipe.of(metadata)
                .map(Recipe.class::cast)
                .or(() -> PanelRecipe.of(metadata, this::history))
                .or(() -> IndexRecipe.of(metadata, this::history))
                .orElseThrow(() -> new IllegalArgumentException("its metadata do not say how it was made"));
    }

    private Dataset history(String name) {
        try {
            return storage.load(prefix + name);
        } catch (StorageException e) {
            throw new IllegalArgumentException(
                    "its history '%s' cannot be loaded from this storage".formatted(name), e);
        }
    }
}
