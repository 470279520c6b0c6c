### Plans A, B, C and 0 against the clock.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

answer-go = 間に合います（余裕{ $spare }）
answer-go-at-once = すぐに出発すれば間に合います
answer-only-if-already-outside = すでに屋外にいる場合だけ間に合います
answer-late = 間に合いません
answer-late-by = 間に合いません（{ $late }不足）
answer-of = { $what }：{ $answer }
answer-needed = 必要な時間は{ $left }のうち{ $needed }：{ $answer }。

route-from = 出発地：{ $start }
start-node = 地点 { $node }
start-on = { $place }、{ $street }沿い
start-off = { $place }、{ $street }から{ $length }
start-unnamed = 名前のない道
pace-walker = 歩く人：{ $walker }、平らな道で秒速{ $pace } m
pace-walker-no-stairs = 歩く人：{ $walker }、平らな道で秒速{ $pace } m、階段は使えません
pace-given = 時間は道路網のデータのとおり

clock-alert = 警報から{ $time }（{ $from }）
clock-alert-zone = 警報から{ $time }（{ $from }、{ $zone }）
clock-threat = { $threat }：{ $clock }
clock-end = { $clock }。
clock-start = { $clock }。うち{ $start }は道路に出るまでの時間です。
clock-stairs = { $clock }。出口までに、この人には使えない階段があります。その階から出るために助けを求めてください。
budget-asked = 指定どおり
budget-zone = この区域の時間
budget-neighbour = どの区域にも入らないため、隣接区域の最短時間
budget-city = 自治体が設定
budget-assumed = 仮定の時間。自分で設定してください

zero-building = この建物
zero-shelter = この場所：{ $name }
zero-unknown = この建物：避難できる場所があるかは不明です。あれば、そこが第一です

plan-title = 案{ $letter }：{ $title }、{ $minutes }
plan-title-length = 案{ $letter }：{ $title }、{ $minutes }、{ $length }
plan-remark = { $title }（{ $remark }）
plan-note = 注意：{ $remark }。
plan-note-unfit = 注意：{ $remark }。避難に適すると認められていません。
plan-source = 出典：{ $source }。
source-unknown = 不明
source-dated = { $file }（{ $format }）、{ $date }現在
source-undated = { $file }（{ $format }）、日付不明
source-checked = { $source }、最終確認 { $day }

route-isolated = 地図ではこの道はほかの道につながっていません。地図に欠けがあるかもしれません。
route-edge = 地図データの端の方が、どの避難場所よりも近くにあります。範囲の外にもっと近い避難場所があるかもしれません。
none-forbidden = ここは立入禁止区域です。そこを通る道は示しません。当局の指示に従ってください。
none-offered = この地域の避難場所はどれも案内できません（{ $reasons }）。
none-edge = ここから避難場所に着けるかは不明です。地図データの端の方が、どの避難場所よりも近くにあります。
none-on-foot = ここから徒歩で行ける避難場所はこの地域にありません。
