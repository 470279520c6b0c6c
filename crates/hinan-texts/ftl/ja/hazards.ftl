### What people take refuge from, and who walks.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

hazard-air-raid = 空襲・ミサイル
hazard-earthquake = 地震
hazard-tsunami = 津波
hazard-flood = 洪水
hazard-landslide = 土砂災害
hazard-storm-surge = 高潮
hazard-fire = 大規模な火事
hazard-volcano = 火山噴火
hazard-radiological = 放射性物質
hazard-chemical = 化学物質・ガス
hazard-untold = 何が起きたか分からない
hazard-and = { $first }＋{ $second }

walker-adult = 大人
walker-older = 高齢者
walker-child = 子ども・ベビーカー
walker-wheelchair = 車いす
walker-night = { $walker }（夜間）
