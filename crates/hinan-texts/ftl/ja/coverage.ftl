### How many people are in time: tables and pictures for planners.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

unit-people = 人
unit-doorsteps = 戸口
coverage-title = { $place }：{ $number } { $unit }
coverage-case = 条件
coverage-there-is = 持ち時間
coverage-no-limit = 制限なし
coverage-in-time = 間に合う
coverage-outside = 屋外*
coverage-late = 遅れる
coverage-no-way = 道なし
coverage-unknown = 不明
coverage-elsewhere = その他
coverage-key = * すでに屋外にいる場合だけ間に合う。その他：近くに道がない、または立入禁止区域
coverage-offered = { $case }：避難場所{ $shelters }か所のうち{ $offered }か所を案内。案内しない理由 { $reasons }。
coverage-by-minutes = 必要な分数別の{ $unit }、{ $case }：
coverage-districts = 地区別、{ $case }：
coverage-district = 地区
coverage-all = 全体
coverage-left-out = 間に合わない
coverage-in-no-district = どの地区でもない
coverage-no-people = この地域には人口データがないため、戸口を一つずつ数えています。人数を数えるには --people を付けて作成してください。
coverage-people-outside = 元データの{ $people }人はこの範囲の外に住んでおり、数に入っていません。
coverage-people-far = 元データの{ $people }人はこの範囲のどの戸口からも遠くに住んでおり、数に入っていません。
coverage-guess = 人数は地図の建物の大きさからの推定で、誰も数えていません。人数より割合を見てください。
band-first = { $minutes }分まで
band-between = { $from }-{ $to }
band-over = { $minutes }分超
band-no-time = 時間不明

picture-curve = { $place }：誰がどれだけ歩くか
picture-curve-people = 警報から避難場所に入るまでの分数別の人数
picture-curve-doorsteps = 警報から避難場所に入るまでの分数別の戸口数
picture-across = 警報から中に入るまでの分数
picture-budget = 持ち時間 { $time }
picture-bands = { $place }：避難場所に入るまでの分数
picture-minutes = 分
picture-band-first = { $minutes }分まで
picture-band-between = { $from }-{ $to }分
picture-no-way = 避難場所への道なし
picture-unknown = 不明（地図の端、近くに道がない）
picture-forbidden = 立入禁止区域
picture-line = hinan coverage：{ $case }；最初の一歩まで{ $start }；避難場所{ $shelters }か所のうち{ $offered }か所を案内
picture-guess = 人数は地図の建物の大きさからの推定です。
picture-map = { $all }{ $unit }のうち{ $number }が間に合う（{ $share }）
