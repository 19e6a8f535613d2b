//! Lists that are folded where there is little room: closed at first, open when an address asks for their content.

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
