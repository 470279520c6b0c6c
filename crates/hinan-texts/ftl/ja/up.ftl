### What `hinan up` shows of a new region.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

up-from = 元データ
up-has = 内容
up-left-out = 除外
up-source-dated = { $file }（{ $role }、{ $format }）、日付 { $date }：{ $rows }行のうち{ $records }件
up-date-unknown = 不明
up-counts = 地点{ $nodes }、区間{ $arcs }、避難場所と候補{ $shelters }、戸口{ $doorsteps }
up-all-reasons = { $reasons }（すべての理由：hinan info）
up-built = 作成時間 { $milliseconds } ms、{ $bytes }バイト
up-doorsteps = { $pace }。地域内の戸口の例：
up-none = この地域には、避難場所に着ける戸口がありません。
up-in-full = 最初の例の詳細、出発地 { $start }：
up-next = 次に試せること：
