//! The facts as points: GeoJSON (RFC 7946), one feature for each fact and each state that it names. No borders.

use serde_json::{Value, json};

use crate::map_layout::Feature;
use crate::model::{Fact, Place, Report};
use crate::view_model::Atlas;
use crate::view_model::citation::citation;
use crate::view_model::countries::names;

/// Returns a collection with a point for each state that a fact names, as one that it concerns or that takes part. The
/// point lies in the state and says nothing of where in it something happened.
pub fn geojson(atlas: &Atlas) -> Value {
    let features: Vec<Value> = atlas
        .report
        .facts
        .iter()
        .flat_map(|fact| named_places(&atlas.report, fact).map(move |place| (fact, place)))
        .filter_map(|(fact, place)| feature(atlas, fact, place))
        .collect();
    json!({ "type": "FeatureCollection", "features": features })
}

fn named_places<'a>(report: &'a Report, fact: &Fact) -> impl Iterator<Item = &'a Place> {
    report.places.iter().filter(|place| names(fact, place.code))
}

fn feature(atlas: &Atlas, fact: &Fact, place: &Place) -> Option<Value> {
    let code = place.code;
    let Feature { longitude, latitude, .. } = Feature::of(code)?;
    let kind: &'static str = fact.kind.into();
    let status: &'static str = fact.status.into();
    Some(json!({
        "type": "Feature",
        "id": format!("{}-{code}", fact.id),
        "geometry": {
            "type": "Point",
            "coordinates": [f64::from(*longitude) / 100.0, f64::from(*latitude) / 100.0],
        },
        "properties": {
            "fact": fact.id,
            "kind": kind,
            "title": fact.title.value,
            "text": fact.text.value,
            "place": code,
            "place_name": place.name.value,
            "is_concerned": fact.scope.places.contains(&code),
            "takes_part": fact.participants.places.contains(&code),
            "edtf": fact.date,
            "date_from": fact.date.first_day(),
            "date_to": fact.date.last_day(),
            "status": status,
            "citation": citation(atlas, fact),
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlaceCode;
    use crate::view_model::testing::atlas;

    #[test]
    fn each_named_state_of_a_fact_is_a_point_in_it() {
        let atlas = atlas();
        let made = geojson(&atlas);
        let features = made["features"].as_array().unwrap();
        let named: usize = atlas.report.facts.iter().map(|fact| fact.scope.places.len()).sum();
        assert_eq!(features.len(), named);
        let cambodia = features.iter().find(|each| each["id"] == "arf-cambodia-KHM").unwrap();
        // Cambodia lies between 102° and 108° E, 10° and 15° N (CIA World Factbook).
        let at = &cambodia["geometry"]["coordinates"];
        let (longitude, latitude) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
        assert!((102.0..108.0).contains(&longitude) && (10.0..15.0).contains(&latitude), "{at}");
        assert_eq!(cambodia["properties"]["date_from"], "2022-01-01");
        assert_eq!(cambodia["properties"]["place_name"], "Cambodia");
    }

    #[test]
    fn a_state_that_takes_part_is_a_point_as_well() {
        let mut atlas = atlas();
        let code = PlaceCode::new("THA").unwrap();
        let fact = atlas.report.facts.iter_mut().find(|fact| fact.id.as_str() == "arf-cambodia");
        fact.unwrap().participants.places.push(code);
        let made = geojson(&atlas);
        let features = made["features"].as_array().unwrap();
        let roles = |id: &str| {
            let feature = features.iter().find(|each| each["id"] == id).unwrap();
            ["is_concerned", "takes_part"].map(|role| feature["properties"][role] == true)
        };
        assert_eq!(roles("arf-cambodia-THA"), [false, true]);
        assert_eq!(roles("arf-cambodia-KHM"), [true, false]);
    }
}
