package org.keyline.model.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.keyline.model.page.PhonePage.Characters;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PageWriterTest {
    @Test
    void a_form_is_written_as_phones_read_it() {
        var form = new PhonePage.Form(
                "Search",
                "Name",
                "http://10.0.0.1/find?a=1&b=2",
                List.of(new PhonePage.Field("Last name", "n", "", Characters.ANY)),
                List.of(new PhonePage.Softkey("Exit", "SoftKey:Exit")));

        assertThat(PageWriter.write(form))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<CiscoIPPhoneInput><Title>Search</Title><Prompt>Name</Prompt>"
                        + "<URL>http://10.0.0.1/find?a=1&amp;b=2</URL>"
                        + "<InputItem><DisplayName>Last name</DisplayName><QueryStringParam>n</QueryStringParam>"
                        + "<DefaultValue></DefaultValue><InputFlags>A</InputFlags></InputItem>"
                        + "<SoftKeyItem><Name>Exit</Name><URL>SoftKey:Exit</URL><Position>1</Position></SoftKeyItem>"
                        + "</CiscoIPPhoneInput>");
    }

    @Test
    void no_page_holds_more_than_the_smallest_phone_shows() throws Exception {
        var listings = IntStream.range(0, 100)
                .mapToObj(number -> new PhonePage.Listing("N".repeat(200), "1".repeat(200)))
                .toList();

        var page = parsed(new PhonePage.Directory("T".repeat(100), "P".repeat(100), listings, List.of()));

        assertThat(page.getElementsByTagName("DirectoryEntry").getLength()).isEqualTo(32);
        assertThat(page.getElementsByTagName("Title").item(0).getTextContent()).hasSize(32);
        assertThat(page.getElementsByTagName("Name").item(0).getTextContent()).hasSize(64);
        assertThat(parsed(new PhonePage.Text("", "", "x".repeat(9_000), List.of()))
                        .getElementsByTagName("Text")
                        .item(0)
                        .getTextContent())
                .hasSize(4_000);
    }

    @Test
    void an_address_that_is_too_long_is_never_cut_short() {
        var menu = new PhonePage.Menu(
                "", "", List.of(new PhonePage.Choice("Far", "http://" + "x".repeat(250))), List.of());

        assertThatThrownBy(() -> PageWriter.write(menu)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void no_name_breaks_the_page_or_adds_to_it(@ForAll String name) throws Exception {
        var page = parsed(new PhonePage.Directory(
                "", "", List.of(new PhonePage.Listing(name + "</Name><Name>", "2001")), List.of()));

        assertThat(page.getElementsByTagName("Name").getLength()).isEqualTo(1);
    }

    private static Document parsed(PhonePage page) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(PageWriter.write(page))));
    }
}
