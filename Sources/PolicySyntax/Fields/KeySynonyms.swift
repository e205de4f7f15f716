/// Keys that people write for others, because other formats or their own language have them.
enum KeySynonyms {
  /// The keys that may be meant, the likelier first.
  static func keys(for written: String) -> [String] { table[written.lowercased()] ?? [] }

  private static let table: [String: [String]] = [
    "value": ["is", "values", "amount"], "expression": ["is"], "formula": ["is", "amount"],
    "then": ["is"], "result": ["is"], "rule": ["is", "require"], "rules": ["table"],
    "if": ["when"], "condition": ["when", "require"], "requires": ["require"],
    "required": ["require"], "reason": ["why", "unmet"], "message": ["unmet", "why"],
    "name": ["label", "title"], "description": ["label", "text"], "sources": ["source"],
    "reference": ["source"], "law": ["source"], "start": ["from"], "since": ["from"],
    "valid from": ["from"], "end": ["until"], "to": ["until"], "through": ["until"],
    "valid until": ["until"], "published": ["known from"], "question": ["ask"],
    "options": ["choices"], "enum": ["choices"], "frequency": ["pays"], "every": ["pays"],
    "currency": ["unit"], "exceptions": ["except"], "else": ["default"], "otherwise": ["default"],
    "args": ["parameters"], "arguments": ["parameters"], "inputs": ["parameters"],
    "policy": ["with", "adapts"], "effective": ["in force"], "valid": ["in force"],
    "imports": ["uses"], "waive": ["waived"], "parent pilot": ["parent"], "code": ["region"],
    "cn": ["zh"], "ch": ["zh"], "chinese": ["zh"], "zh-cn": ["zh"], "english": ["en"],
    "中文": ["zh"], "英文": ["en"], "名称": ["label", "title"], "标签": ["label"], "标题": ["title"],
    "来源": ["source"],
    "依据": ["source"], "类型": ["type"], "单位": ["unit"], "条件": ["require", "when"],
    "值": ["is", "values"], "公式": ["is", "amount"], "金额": ["amount"], "问题": ["ask"],
    "原因": ["why", "unmet"], "开始": ["from", "starts"], "结束": ["until", "ends"],
    "表": ["table"], "默认": ["default"], "例外": ["except"], "选项": ["choices"],
  ]
}
