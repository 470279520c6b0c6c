var e=`
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
picture-shelter = 避難場所
picture-district = 地区
picture-forbidden-ground = 立入禁止区域
picture-sizes = 大きい点ほど人が多い
picture-squares = 点が多すぎるため、四角ごとに中央の人の状況を示す
picture-north = 北


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


late-air-raid-inner-room = 建物の中央の部屋か、窓のない階段へ移動してください。入口の階と最上階は避けます。窓ガラスから離れて伏せてください。
late-air-raid-lie-down = すぐに近くの頑丈な建物に入ってください。数歩以内に建物がなければ、くぼみや塀の陰に伏せ、頭を守ってください。
late-earthquake-drop-cover-hold = 姿勢を低くし、机の下に入り、揺れが収まるまで脚につかまってください。その後、階段で外へ出てください。
late-earthquake-open-ground = 塀、ガラス、電線から離れ、広い場所へ出てください。
late-tsunami-highest-floor = すぐに上へ逃げてください。行ける範囲で最も高い頑丈な建物の最上階か屋上へ。絶対に下りない。海や川に近づかない。
late-tsunami-high-ground = すぐに高い所へ逃げてください。最も近い高台か、高く頑丈な建物の、できるだけ上へ。海や川に近づかない。
late-flood-highest-floor = 建物の最上階へ上がってください。地下には絶対に下りない。流れる水の中に入らない。
late-flood-high-ground = 高台へ、または最も近い頑丈な建物の上の階へ上がってください。アンダーパスや流れる水の中に入らない。
late-storm-surge-highest-floor = 建物の最上階へ上がってください。地下には絶対に下りない。流れる水の中に入らない。
late-storm-surge-high-ground = 高台へ、または最も近い頑丈な建物の上の階へ上がってください。アンダーパスや流れる水の中に入らない。
late-landslide-upstairs-away-from-slope = 上の階の、斜面から離れた側の部屋へ移動してください。
late-landslide-sideways = 斜面の正面から横へ離れ、高い方へ逃げてください。斜面に沿って下へ逃げない。
late-fire-keep-going = 火から離れ続けてください。風を横切る方向に、広い空き地か広い水辺へ。引き返さない。
late-volcano-keep-going = 火山から離れ続け、谷や沢から出てください。口と目を覆ってください。
late-radiological-middle-or-cellar = 地下室か建物の中央へ移動してください。窓と扉を閉め、上着を脱いでください。
late-radiological-into-building = 最も近い頑丈な建物に入り、地下か中央へ移動してください。入口で上着を脱いでください。
late-chemical-upstairs-sealed = 上の階へ移動してください。地下には行かない。窓と扉を閉めて隙間をふさぎ、換気を止めてください。
late-chemical-upwind = 風を横切って高い方へ、においや煙の外へ出てください。または最も近い建物の上の階へ。
late-air-raid-with-chemical-inner-room-above-ground = 2階以上の中央の部屋へ移動してください。地下には行かない。扉と窓を閉め、隙間をふさいでください。
late-air-raid-with-chemical-into-building-upstairs = 最も近い頑丈な建物に入り、上の階の中央の部屋へ移動してください。地下には行かない。
late-untold-inner-room-above-ground = 2階以上の中央の部屋へ移動し、窓から離れ、公的な情報を聞いてください。水が来たら上へ。煙やにおいがあれば、風を横切って離れてください。
late-untold-into-building = 最も近い頑丈な建物に入り、2階以上で窓から離れ、公的な情報を聞いてください。水が来たら上へ。煙やにおいがあれば、風を横切って離れてください。
late-no-hazard = 代わりにとる行動は災害の種類によって違います。自治体や当局の指示に従ってください。
late-no-shelter = この速さでは、ここから時間内（{ $left }）に着ける避難場所はこの地域にありません。{ $order }
late-on-arrival = 中に入ったら：{ $order }


notice-emergency = --emergency で作成：私有の庭や門を通る道を含みます。公開禁止。
notice-no-shelters = この地域には避難場所のデータがありません（与えられていません）。現地にないという意味ではありません。
notice-candidates = { $places }か所のうち{ $candidates }か所は候補で、公式の避難場所ではありません。避難に適すると認められていません。
notice-private = 一覧の所有者の非公開の記録を含みます。公開しないでください。
notice-data = データ：{ $credit }
notice-not-for-emergency = 緊急時には使わないでください。自治体や当局の指示に従ってください。


page-title = hinan：どの避難場所へ、どの道で、何分で
page-question = どの避難場所へ、どの道で、何分で？
page-place = { $place }の避難場所
page-not-for-emergency = 緊急時には使わないでください。自治体や当局の指示に従ってください。
page-cannot-wake = このページは眠っている人を起こせません。電話の緊急速報を有効にしてください。
page-not-reviewed = この言語はまだ母語話者の確認を受けていません。
page-data-date = { $date }現在のデータ
page-data-date-unknown = データの日付は不明
page-attribution = データの出典
page-language = 言語
page-theme = 配色
page-theme-light = 明るい
page-theme-dark = 暗い
page-theme-system = 端末に合わせる
page-skip-to-plans = 避難案へ移動
page-menu = メニュー

page-tab-resident = 住民
page-tab-planner = 計画担当

page-map = 地図
page-map-help = 道路、避難場所、戸口の地図。クリックで場所を選ぶか、矢印キーで動かして Enter を押してください。
page-zoom-in = 拡大
page-zoom-out = 縮小
page-show-all = 地域全体を表示
page-legend = 凡例
page-legend-minutes = ここから避難場所に入るまでの分数
page-band-first = { $minutes }分まで
page-band = { $from }～{ $to }分
page-band-over = { $minutes }分超
page-no-way = 避難場所への道なし
page-unknown = 不明
page-forbidden = 立入禁止区域
page-shelter-official = 公式の避難場所
page-shelter-mapped = 地図にあるが、公式の一覧にない
page-shelter-candidate = 候補（適すると認められていない）
page-shelter-closed = この画面で閉鎖中

page-search-none = 「{ $words }」は見つかりません。
page-search-results = { $number }件
page-choose-start = 地図で自分の建物をクリックしてください。
page-locate = 現在地を使う
page-locate-note = 位置情報はこの端末から出ません。
page-locate-failed = 現在地が分かりません。地図で自分の建物をクリックしてください。
page-hazard = 災害の種類
page-hazard-any = 種類を問わない
page-walker = 歩く人
page-floor = 階
page-floor-help = 出口より何階上か。エレベーターは使えないものとします。
page-delay = 歩き出すまでの時間
page-within = 持ち時間
page-within-default = 区域・自治体・災害の種類による
page-at = 日時
page-at-now = 時刻を問わない
page-more-options = 詳しい条件

page-plans = 避難案
page-plan = 案{ $letter }
page-plan-zero = 案0：この建物
page-minutes = { $minutes ->
   *[other] 分
}
page-in-time = 間に合う
page-go-at-once = すぐ出発
page-only-if-outside = 屋外にいる場合だけ
page-late = 間に合わない
page-what-to-do = 今すること
page-the-way = 道順
page-facts = この避難場所について
page-print = 印刷
page-clear = 消去
page-no-plans = ここからの避難案はありません

page-coverage = 到達状況
page-all = 全体
page-in-time-share = 間に合う割合
page-median = 中央値
page-worst = 最大
page-count = 集計
page-counting = 集計中…
page-export = 書き出し
page-export-csv = 表（CSV）
page-export-geojson = 地図レイヤー（GeoJSON）
page-export-gpkg = 地図レイヤー（GeoPackage）
page-export-parquet = 位置付きの表（GeoParquet）
page-close-shelter = この避難場所を閉鎖する
page-open-shelter = この避難場所を再び開く
page-close-street = この道を閉鎖する
page-open-street = この道を再び開く
page-reset = 閉鎖をすべて取り消す
page-changed = 変わること
page-lose = { $people }人が間に合わなくなります
page-gain = { $people }人が間に合うようになります
page-nothing-changes = 誰にも変化はありません。
page-audit = データの誤り
page-audit-none = 誤りは見つかりませんでした。誤りがないという意味ではありません。
page-audit-findings = 指摘{ $number }件
page-audit-costs = 影響する人数：{ $people }人
page-compare = 比較
page-difference = 第二−第一
page-show-on-map = 地図に表示

page-close = 閉じる
page-error = エラー：{ $reason }
page-error-outside = その場所はこの地域の外です。
page-error-no-street = この人が使える道が{ $length }以内にありません。
page-error-map = このブラウザーでは地図を描けません。下の避難案は使えます。

page-keyboard = キーボード
page-key-move = 矢印キー：地図を動かす
page-key-zoom = プラスとマイナス：拡大・縮小
page-key-choose = Enter：中央の場所を選ぶ
page-key-search = スラッシュ：検索
page-key-close = Escape：閉じる

page-search-or-place = 通り、避難先、または緯度,経度
page-search-go = 検索
page-time-help = 90 s や 10 min のように書きます。
page-changed-help = 地図の避難先か通りをクリックすると閉鎖され、何が変わるかがすぐに分かります。
page-before = 変更前
page-after = 変更後
page-change = 差
page-as-table = 同じ内容を表で見る
page-districts = 地区
page-districts-help = 地区ごとに数える：GeoJSON ファイルをここに置くか、選んでください。
page-file-no-geojson = 地物のある GeoJSON ではありません
page-file-too-large = { $megabytes } MB を超えています
page-other-way = 間に合うかどうかが変わる人はいません。{ $people }人は最寄りの避難場所か道のりが変わります。
page-own-building = 建物そのものが避難場所

page-queue = 入口で待つ時間
page-inside = この建物の避難場所
page-inside-listed = 一覧のとおり
page-inside-known = ある
page-inside-unknown = 不明
page-inside-none = ない
page-also-counted = 計算の条件：{ $what }
page-offered = 案内できる避難場所
page-compare-curves = 発令からの分数ごとに避難場所に入った人の割合（％）
page-finding = データの不備
page-shelters = 避難場所
page-changed-later = 戸口{ $doorsteps }か所からの道が長くなります：中央値で{ $median }、最大で{ $worst }の増加。
page-changed-lose = 戸口{ $doorsteps }か所が避難場所への道をすべて失います。

page-everyone = 全員に場所を
page-everyone-help = 避難先の定員を数えて、だれが間に合う場所を得られるか。まず人数を最大に、次に歩く合計を最小に。
page-everyone-count = 定員を数える
page-everyone-places-each = 定員が不明な避難先の定員
page-everyone-people-each = 戸口ごとの人数
page-everyone-answer = { $people }人のうち{ $placed }人に間に合う場所があり、{ $left }人にはありません。
page-everyone-starts = 住んでいる人数が分からないため、どの戸口も同じに数えます。
page-everyone-unknown = { $shelters }か所の避難先は定員が分かりません。
page-everyone-norm = { $shelters }か所は面積から定員を計算：1人あたり{ $m2 } m²（{ $source }）。
page-everyone-proven = 証明済み：これより多くの人に、またはより短い歩きで場所を割り当てる方法はありません。
page-everyone-not-proven = 良い答えですが、最善とは証明されていません。
page-everyone-instead = 1人分の場所
page-everyone-more = ほかに{ $number }件。別の列で並べ替えると見られます。
page-everyone-on-map = 地図に示すもの
page-everyone-sign-room = 空きのある避難先（大きいほど多い）
page-everyone-sign-full = 満員の避難先
page-everyone-sign-without = 場所のない人
page-everyone-shelter = 避難先
page-everyone-places = 定員
page-everyone-load = 割り当て人数
page-everyone-price = 定員1人分の価値
page-everyone-lose = 施錠で間に合わなくなる人
page-everyone-longer = 施錠で遠くなる人
page-sites = 新しい避難場所
page-sites-help = 新しい避難場所をどこに置くとよいか。今ある避難場所はそのままです。
page-sites-new = いくつ
page-sites-objective = 何を重視するか
page-sites-cover = 間に合う人を最も多く
page-sites-median = 歩く時間の合計を最も短く
page-sites-center = 最も長い歩行を短く
page-sites-candidates = 置いてよい場所
page-sites-nodes = 道のすべての角
page-sites-osm = 地図の地下鉄駅・駐車場・学校
page-sites-find = 場所を探す
page-sites-answer-cover = 新しい避難場所（{ $sites }か所）で、{ $people }人のうち{ $after }人が間に合います。今は{ $now }人です。
page-sites-answer-median = 歩く時間の合計は{ $after }、今は{ $now }。どこにも着けない人：{ $without }。
page-sites-answer-center = 最も長い歩行は{ $after }、今は{ $now }。どこにも着けない人：{ $without }。
page-sites-proven = 証明済み：同じ数でこれより良い選び方はありません。
page-sites-bound = 同じ数のどの選び方も{ $bound }より良くはなりません。
page-sites-beyond = { $people }人は、これらのどの場所でも間に合いません。
page-sites-any-time = 災害が選ばれていないため、どんなに長い歩行も間に合うと数えています。災害を選ぶか、別の重視点にしてください。
page-sites-place = 場所
page-sites-adds-cover = 増える人数
page-sites-adds-median = 減る時間
page-sites-adds-center = 減る時間
page-sites-then-cover = その時間に合う人
page-sites-then-median = その時の合計
page-sites-then-center = その時の最長
page-sites-hours = { $hours }時間
page-sites-curve = 新しい避難場所が0、1、2…か所のとき間に合う人
page-sites-across = 新しい避難場所の数
page-sites-capacitated = 収容人数を考える
page-sites-places = 新しい1か所の収容人数
page-sites-places-each = 不明な避難場所の収容人数
page-sites-reserve = 今ある避難場所で空けておく割合（%）
page-sites-places-now = 今ある避難場所の収容人数：{ $places }人。
page-sites-answer-cover-places = 新しい避難場所（{ $sites }か所）で、{ $people }人のうち{ $after }人に間に合う場所があります。今は{ $now }人です。
page-sites-answer-median-places = 歩く時間の合計は{ $after }、今は{ $now }。場所がない人：{ $without }。
page-sites-curve-places = 新しい避難場所が0、1、2…か所のとき間に合う場所がある人


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


remark-mapped = 公式の一覧にありません：地図に描かれた{ $kind }
remark-candidate = 公式の避難場所ではありません：{ $kind }
kind-unknown = 種類不明
kind-metro-station = 地下鉄駅
kind-underground-car-park = 地下駐車場
kind-bomb-shelter = 防空壕
kind-air-raid-shelter = 防空シェルター
kind-civil-defence-shelter = 民間防衛シェルター
kind-personnel-shelter = 人員用シェルター
kind-nuclear-shelter = 核シェルター
kind-fallout-shelter = 放射性降下物シェルター

status-open = 開いているとされています
status-closed = 閉鎖中
status-defunct = 使用不可
status-full = 満員
status-unknown = 開いているかは不明
hours-known = 開設時間 { $hours }
hours-unknown = 開設時間は不明
access-public = 誰でも入れます
access-private = そこに住む人、学ぶ人、働く人だけが入れます
access-key = 鍵が必要です
access-unknown = 誰が入れるかは不明
wheelchair-yes = 車いすで入れます
wheelchair-no = 車いすでは入れません
wheelchair-unknown = 車いすで入れるかは不明
capacity-known = 定員{ $places }人
capacity-area = { $area } m2、定員は不明
capacity-unknown = 定員は不明
listed-known = 対象の災害：{ $hazards }
listed-unknown = どの災害に適するかは不明
underground-yes = 地下
fact-and-more = { $facts }；{ $fact }
fact-end = { $facts }。
facts-note = { $facts } 一覧の注記：{ $note }。

not-offered-bad-for = 一覧で「{ $hazard }」に適さないとされています
not-offered-underground = 地下にあります（{ $hazard }）
not-offered-not-stated = 「{ $hazard }」に適するとした一覧がありません
not-offered-listed-for-others = ほかの災害用で、「{ $hazard }」用ではありません
not-offered-untold = 何が起きたか分かりません
not-offered-unusable = 閉鎖、満員、または使用不可
not-offered-closed-at-that-hour = その時刻には閉まっています
not-offered-forbidden = 立入禁止区域にあります
not-offered-private = そこに住む人、学ぶ人、働く人だけが入れます
not-offered-no-wheelchairs = 車いすでは入れません
not-offered-count = { $number }か所：{ $reason }


time-seconds = { $seconds }秒
time-minutes = { $minutes }分
time-minutes-seconds = { $minutes }分{ $seconds }秒
time-unreachable = 到達できません
length-metres = { $metres } m
length-kilometres = { $kilometres } km
list-and-more = { $list }、{ $item }


step-to-street = 道路まで{ $length }
step-turn = { $turn ->
    [north] 北へ、
    [north-east] 北東へ、
    [east] 東へ、
    [south-east] 南東へ、
    [south] 南へ、
    [south-west] 南西へ、
    [west] 西へ、
    [north-west] 北西へ、
    [straight] 直進、
    [left] 左へ、
    [right] 右へ、
    [round] 折り返して、
   *[then] 続いて、
}
step-ground = { $ground ->
    [steps-up] 階段を上って
    [steps-down] 階段を下りて
    [steps] 階段を通って
    [lift] エレベーターで
    [footpath] 歩道を
    [track] 農道・林道を
    [service-road] 通路を
    [square] 広場を通って
    [platform] ホームを
    [pier] 桟橋を
    [crossing] 横断歩道を
    [corridor] 屋内通路を
   *[street] 道なりに
}
step-street = { $ground ->
    [steps-up] 階段を上り、{ $street }を
    [steps-down] 階段を下り、{ $street }を
    [steps] 階段を通り、{ $street }を
   *[street] { $street }を
}
step-along = { $way }{ $length }{ $lift ->
    [yes] （エレベーターあり）
   *[no] {""}
}{ $private ->
    [yes] （私有地を通ります）
   *[no] {""}
}
step-along-turn = { $start }{ $along }
step-through = 地点 { $nodes } を通る
step-through-more = 地点 { $nodes } と、ほか{ $more }地点を通る
step-to-entrance = 道路から入口まで{ $length }：道路から中まで{ $time }
step-in = 入口から中へ
step-in-time = 入口から中へ：{ $time }
`;export{e as default};