//! A layer as Apache Parquet with the `geo` key of GeoParquet 1.1.

use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{ColumnPath, Type, TypePtr};
use serde_json::{Value, json};

use crate::layer::{Column, Layer, Notes, RenderError, Values};
use crate::wkb;

/// Rows of one group: what a reader has to hold in memory at once.
const GROUP: usize = 1 << 16;

/// The column of geometries.
const GEOMETRY: &str = "geometry";

pub fn bytes(layer: &Layer) -> Result<Vec<u8>, RenderError> {
    let mut writer = SerializedFileWriter::new(Vec::new(), schema(layer)?, Arc::new(properties(layer)))?;
    for first in (0..layer.rows()).step_by(GROUP) {
        let rows = first..layer.rows().min(first + GROUP);
        let mut group = writer.next_row_group()?;
        for column in &layer.columns {
            write_column(&mut group, &column.values, rows.clone())?;
        }
        if layer.geometries.kind().is_some() {
            let geometry = |row| {
                let mut blob = Vec::new();
                wkb::push(&mut blob, &layer.geometries, row).then(|| ByteArray::from(blob))
            };
            write_values::<ByteArrayType>(&mut group, rows.map(geometry))?;
        }
        group.close()?;
    }
    Ok(writer.into_inner()?)
}

/// Everything may be missing, so that one way of writing fits all columns.
fn schema(layer: &Layer) -> Result<TypePtr, RenderError> {
    let mut fields = Vec::with_capacity(layer.columns.len() + 1);
    for Column { name, values } in &layer.columns {
        let physical = match values {
            Values::Text(_) => Physical::BYTE_ARRAY,
            Values::Integer(_) => Physical::INT64,
            Values::Real(_) => Physical::DOUBLE,
            Values::Boolean(_) => Physical::BOOLEAN,
        };
        let mut field = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
        if matches!(values, Values::Text(_)) {
            field =
                field.with_logical_type(Some(LogicalType::String)).with_converted_type(ConvertedType::UTF8);
        }
        fields.push(Arc::new(field.build()?));
    }
    if layer.geometries.kind().is_some() {
        let field = Type::primitive_type_builder(GEOMETRY, Physical::BYTE_ARRAY);
        fields.push(Arc::new(field.with_repetition(Repetition::OPTIONAL).build()?));
    }
    Ok(Arc::new(Type::group_type_builder("schema").with_fields(fields).build()?))
}

fn properties(layer: &Layer) -> WriterProperties {
    let Notes { attribution, warnings, facts } = &layer.notes;
    let mut keys = vec![
        KeyValue::new("description".to_owned(), layer.about.clone()),
        KeyValue::new("attribution".to_owned(), attribution.join("\n")),
        KeyValue::new("warnings".to_owned(), warnings.join("\n")),
    ];
    keys.extend(facts.iter().map(|(name, value)| KeyValue::new(format!("fact:{name}"), value.clone())));
    keys.extend(geo(layer).map(|geo| KeyValue::new("geo".to_owned(), geo.to_string())));
    WriterProperties::builder()
        .set_created_by("hinan".to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(keys))
        // The least and the greatest blob say nothing, and hardly two are alike.
        .set_column_statistics_enabled(ColumnPath::from(GEOMETRY), EnabledStatistics::None)
        .set_column_dictionary_enabled(ColumnPath::from(GEOMETRY), false)
        .build()
}

fn write_column(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    values: &Values,
    rows: core::ops::Range<usize>,
) -> Result<(), RenderError> {
    match values {
        Values::Text(values) => {
            let bytes = |text: &Option<String>| text.as_deref().map(ByteArray::from);
            write_values::<ByteArrayType>(group, values[rows].iter().map(bytes))
        }
        Values::Integer(values) => write_values::<Int64Type>(group, values[rows].iter().copied()),
        Values::Real(values) => {
            let finite = |value: &Option<f64>| value.filter(|value| value.is_finite());
            write_values::<DoubleType>(group, values[rows].iter().map(finite))
        }
        Values::Boolean(values) => write_values::<BoolType>(group, values[rows].iter().copied()),
    }
}

/// Parquet wants the values that are there, and for every row whether it has one.
fn write_values<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), RenderError> {
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    let mut levels = Vec::with_capacity(GROUP);
    let present: Vec<T::T> =
        values.inspect(|value| levels.push(i16::from(value.is_some()))).flatten().collect();
    column.typed::<T>().write_batch(&present, Some(&levels), None)?;
    Ok(column.close()?)
}

/// The `geo` key (GeoParquet 1.1.0).
fn geo(layer: &Layer) -> Option<Value> {
    let kind = layer.geometries.kind()?;
    let mut column = json!({
        "encoding": "WKB",
        "geometry_types": [kind],
        "crs": crs(),
        "edges": "planar",
        "orientation": "counterclockwise",
    });
    if let Some(bounds) = layer.geometries.bounds() {
        let (min, max) = (bounds.min, bounds.max);
        column["bbox"] = json!([min.lon(), min.lat(), max.lon(), max.lat()]);
    }
    Some(json!({"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}))
}

/// OGC:CRS84, WGS 84 with the longitude first, as PROJJSON.
fn crs() -> Value {
    let axis = |name: &str, short: &str, direction: &str| json!({"name": name, "abbreviation": short, "direction": direction, "unit": "degree"});
    json!({
        "$schema": "https://proj.org/schemas/v0.7/projjson.schema.json",
        "type": "GeographicCRS",
        "name": "WGS 84 (CRS84)",
        "datum": {
            "type": "GeodeticReferenceFrame",
            "name": "World Geodetic System 1984",
            "ellipsoid": {
                "name": "WGS 84",
                "semi_major_axis": 6_378_137,
                "inverse_flattening": 298.257_223_563,
            },
        },
        "coordinate_system": {
            "subtype": "ellipsoidal",
            "axis": [
                axis("Geodetic longitude", "Lon", "east"),
                axis("Geodetic latitude", "Lat", "north"),
            ],
        },
        "id": {"authority": "OGC", "code": "CRS84"},
    })
}
