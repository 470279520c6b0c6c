### What a poster at an entrance says.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

poster-ways = 避難先への道
poster-no-hazard = 特定の災害を想定していません。ここにある場所が災害に適しているかどうかは判断していません。
poster-here = 現在地
poster-scan = 読み取ると、この入口からの案内が開きます
poster-way = { $letter }への道順
poster-checked = 最終確認日 { $day }
poster-checked-unknown = 最終確認日：不明
poster-late-now = ここからは、時間内に着ける避難先がありません
poster-late-else = 時間が足りないときは
poster-bands = それぞれの道から最寄りの避難先の中までの分数
poster-other = ほかの避難先
poster-forbidden = 立入禁止区域：入らないでください
poster-north = 北
poster-data = 道路データ：{ $streets }、避難先データ：{ $shelters }。
poster-date-unknown = 日付不明
poster-made = 作成日 { $day }。
poster-old-after = { $day }を過ぎたら古い情報です。新しいポスターを求めてください。
poster-old = データは{ $days }日前のもので、90日を超えています。新しいポスターを求めてください。
poster-age-unknown = データがいつのものかは不明です。
poster-door = 入口 { $id }。
poster-not-reviewed = この文章は、母語話者と防災の専門家の確認をまだ受けていません。
