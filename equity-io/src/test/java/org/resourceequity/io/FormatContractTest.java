package org.resourceequity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.resourceequity.io.testkit.FormatContract;

/** Every registered format keeps the contract. */
class FormatContractTest implements FormatContract {

  @Override
  public Collection<FileFormat> formats() {
    return Formats.all();
  }

  @Test
  void formatsAreRegistered() {
    assertThat(Formats.all()).isNotEmpty();
  }

  @Test
  void twoFormatsWithTheSameIdFail() {
    FileFormat format = Formats.all().get(0);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Formats.checked(List.of(format, format)))
        .withMessageContaining(format.id())
        .withMessageContaining(format.title());
  }
}
