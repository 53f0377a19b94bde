import Testing

@testable import Documents

struct SchemaRecorderTests {
  @Test func theSchemaSaysWhatTheDecoderAsksFor() {
    let shape = Shape<Int>.mapping("interface") { m in
      let address = m.required("address", Sample.address, "its \"IPv4\" address")
      let mtu = m.optional("mtu", .integer(in: 68...65535), default: 1500, "in bytes")
      guard address != nil else { return nil }
      return mtu
    }
    #expect(
      SchemaRecorder.schema(of: shape.entries(keys: .word), title: "interfaces").text() == """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "interfaces",
          "allOf": [
            {
              "type": "object",
              "propertyNames": {
                "type": "string",
                "pattern": "^[a-z][a-z0-9-]*$"
              },
              "additionalProperties": {
                "$ref": "#/definitions/interface"
              }
            }
          ],
          "definitions": {
            "interface": {
              "type": "object",
              "properties": {
                "address": {
                  "description": "its \\"IPv4\\" address",
                  "type": [
                    "string",
                    "number",
                    "boolean"
                  ]
                },
                "mtu": {
                  "description": "in bytes",
                  "type": "integer",
                  "minimum": 68,
                  "maximum": 65535
                }
              },
              "required": [
                "address"
              ],
              "additionalProperties": false
            }
          }
        }
        """)
  }

  @Test func eachCaseHasItsOwnKeys() {
    guard case .object(let members) = SchemaRecorder.schema(of: MappingReaderTests.question, title: "q"),
      case .object(let definitions)? = members.last?.value,
      case .object(let question)? = definitions.first(where: { $0.key == "question" })?.value,
      case .array(let cases)? = question.first?.value
    else {
      Issue.record("no cases")
      return
    }
    #expect(definitions.map(\.key) == ["answer", "question"])
    #expect(question.first?.key == "oneOf")
    let keys = cases.map { shape -> [String] in
      guard case .object(let members) = shape,
        case .object(let properties)? = members.first(where: { $0.key == "properties" })?.value
      else { return [] }
      return properties.map(\.key)
    }
    #expect(keys == [["id", "kind", "wrong"], ["id", "kind", "unit"]])
  }

  @Test func aMappingMayContainItself() {
    let schema = SchemaRecorder.schema(of: Self.tree, title: "tree").text()
    #expect(schema.contains("\"$ref\": \"#/definitions/tree\""))
  }

  private static var tree: Shape<Int> {
    .mapping("tree") { m in (m.optional("branches", Self.tree.list, default: [], "more")).reduce(1, +) }
  }
}
