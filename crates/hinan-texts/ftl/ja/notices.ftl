### What stands below every answer.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

notice-emergency = --emergency で作成：私有の庭や門を通る道を含みます。公開禁止。
notice-no-shelters = この地域には避難場所のデータがありません（与えられていません）。現地にないという意味ではありません。
notice-candidates = { $places }か所のうち{ $candidates }か所は候補で、公式の避難場所ではありません。避難に適すると認められていません。
notice-private = 一覧の所有者の非公開の記録を含みます。公開しないでください。
notice-data = データ：{ $credit }
notice-not-for-emergency = 緊急時には使わないでください。自治体や当局の指示に従ってください。
