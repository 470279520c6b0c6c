### Two cities side by side: a report that planners hand on.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

report-title = { $a }と{ $b }の避難場所
report-case = 条件：{ $case }
report-read-first = はじめにお読みください
report-invented = 一覧に収容人数も面積もない避難場所では、収容人数は架空の数（避難場所のIDのハッシュによる50〜500人）です。その場合、収容に関する数字は計算方法を示すもので、この都市の実情ではありません。
report-assumed = 一覧に収容人数も面積もない避難場所は、{ $places }人分と仮定しています。
report-unknown-places = 一覧に収容人数も面積もない避難場所には、誰も割り当てていません。
report-guess = { $place }：人数は地図の建物の大きさからの推定で、誰も数えていません。
report-nobody = { $place }：人口データがないため、戸口一つを一人と数えています。
report-many-elsewhere = { $place }：元データの多くの人は、この道の範囲の外か、どの戸口からも遠くに住んでおり、数に入っていません。
report-no-answer = { $place }：ここには答えがありません。{ $why }
report-yes = はい
report-no = いいえ
report-from = 出典：{ $commands }

report-brief = 要点
report-brief-reach = 間に合って避難場所に着く
report-brief-placed = 避難場所に入れる
report-brief-sites = 新しい避難場所があれば間に合う（収容人数は考えない）

report-reach = 誰が間に合うか
report-reach-what = 全員が家から、案内できる最良の避難場所まで歩きます。収容人数はここでは考えません。
report-people = 人数
report-beyond = この道の範囲の外に住む（数に入れない）
report-far = どの戸口からも遠くに住む（数に入れない）
report-there-is = 持ち時間
report-start = 最初の一歩まで
report-in-time = 間に合う
report-inside = そのうち自分の建物が避難場所
report-outside = すでに屋外にいる人だけ間に合う
report-late = 間に合わない
report-no-way = 避難場所への道なし
report-unknown = 不明：地図の端、近くに道がない
report-median = 着ける人の半数が着くまで
report-worst = 最後の人が着くまで
report-offered = 案内する避難場所
report-shelters = 一覧の避難場所
report-cases = ほかの歩く人・災害・時刻
report-districts = 地区別

report-places = 誰が入れるか
report-places-what = 避難場所に入れる人数には限りがあります。できるだけ多くの人が、間に合う避難場所に一人一人分ずつ入り、その中で歩く時間の合計が最も短い割り当てを選びます。「証明済み」とは、これより多くの人が入れる割り当ても、同じ人数で歩く時間がより短い割り当てもないことです。
report-walk = 歩いてよい時間
report-places-all = 収容人数
report-placed = 間に合って入れる
report-left = 入れない
report-mean = 入れる人の平均の歩行時間
report-longest = 入れる人の最長の歩行時間
report-proven = 最良と証明済み
report-dear = 一人分増やすと最も役立つ避難場所
report-shelter = 避難場所
report-load = 入る人数
report-price = 一人分増やして減る歩行時間
report-price-person = もう一人が入れる
report-picture-has = 全員が入れる
report-picture-some = 一部が入れない
report-picture-none = 誰も入れない

report-doors = 扉が閉まっていたら
report-doors-what = 人が来たときに避難場所の扉が閉まっていた場合の損失：ほかに間に合う避難場所がない人、別の避難場所まで歩く人、収容人数を考えると入れなくなる人。
report-lose = ほかにない
report-longer = 別の所へ歩く
report-more-left = 新たに入れない
report-pairs = 二か所同時
report-together = ほかにない
report-more-than-apart = 別々の場合より多い
report-streets = 通れない道
report-street = 道
report-walk-here = 通る人

report-sites = 新しい避難場所
report-sites-what = 道のすべての角と曲がり点から、新しい避難場所によって間に合う人が最も増える場所を選びました。収容人数は考えません。同じ数のどの選び方も上限を超えません。
report-sites-what-osm = 地図にあり、まだ避難場所に指定されていない地下鉄駅・地下駐車場・学校から、間に合う人が最も増える場所を選びました。収容人数は考えません。同じ数のどの選び方も上限を超えません。
report-now = 今間に合う
report-new = 新設後に間に合う
report-bound = 同じ数での上限
report-candidates = 候補
report-site = 場所
report-adds = 増える人数
report-number = 番号
report-picture-now = 今間に合う
report-picture-new = 新しい避難場所で間に合う
report-picture-late = 間に合わない
report-numbered-sites = 新しい避難場所（番号は表と同じ）
report-numbered-doors = 扉（番号は表と同じ）
report-sites-curve = 新しい避難場所で間に合う人
report-sites-across = 新しい避難場所の数

report-check = この報告書の確かめ方
report-check-what = どの数字も、同じ地域ファイルに対する次のコマンドのどれかの答えです。数字を指すと、コマンドと答えの項目が表示されます。表の下に出典のコマンドがあります。割合は項目どうしの割り算で、図はその節の数字を描いたものです。
report-remarks = コマンドの注記
report-sources = データ
