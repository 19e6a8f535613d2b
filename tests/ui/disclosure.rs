//! What is folded where there is little room: closed at first, open when an address asks for its content.

use crate::printed::Printed;

#[test]
fn the_table_is_folded_and_says_how_many_facts_it_has() {
    let page = Printed::at("");
    let facts = page.one(".facts details");
    assert_eq!(facts.value().attr("open"), None);
    assert_eq!(page.text(".facts summary"), "Every fact 20");
    assert_eq!(page.all(".facts details tbody tr").len(), 20);
}

#[test]
fn an_address_that_asks_for_rows_opens_the_table() {
    for address in ["?q=zardari", "?sort=-date"] {
        let page = Printed::at(address);
        assert!(page.one(".facts details").value().attr("open").is_some(), "{address}");
    }
    for address in ["#MYS", "?area=cyber-security", "?clock=today"] {
        let page = Printed::at(address);
        assert_eq!(page.one(".facts details").value().attr("open"), None, "{address}");
    }
}

#[test]
fn the_foot_of_the_page_is_folded_under_its_heading() {
    for address in ["", "?q=zardari", "?clock=today#MYS"] {
        let page = Printed::at(address);
        let foot = page.one(".about > details.disclosure");
        assert_eq!(foot.value().attr("open"), None, "{address}");
        assert_eq!(page.text(".about > .disclosure > summary"), "About this page");
        assert_eq!(page.all(".about > .disclosure > .about__parts > section").len(), 8);
        // The field that compares a text unfolds by itself.
        assert_eq!(page.all(".about > .about__verify").len(), 1);
    }
}
