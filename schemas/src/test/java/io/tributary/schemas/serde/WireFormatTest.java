package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.schemas.serde.WireFormat.Header;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class WireFormatTest {

    @Test
    void shouldFindIdAndBody() {
        assertThat(WireFormat.parse(new byte[] {0, 0, 0, 1, 2, 9})).isEqualTo(new Header.Framed(258, 5));
    }

    @Test
    void shouldTellAnotherMagicByteEvenInAShortValue() {
        assertThat(WireFormat.parse(new byte[] {(byte) 0xFF})).isEqualTo(new Header.BadMagic(255));
    }

    @Test
    void shouldTellWhatIsTooShort() {
        assertThat(WireFormat.parse(new byte[0])).isEqualTo(new Header.TooShort(0));
        assertThat(WireFormat.parse(new byte[] {0, 0, 0, 0})).isEqualTo(new Header.TooShort(4));
    }

    @Property
    void shouldReadEveryIdThatItWrites(@ForAll int id) {
        byte[] bytes = new byte[5];
        WireFormat.writeHeader(bytes, id);
        assertThat(WireFormat.parse(bytes)).isEqualTo(new Header.Framed(id, 5));
    }
}
