### The page with the map. Only here: strings of the page; answers, hazards, late answers, steps and
### facts are in the other files.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

## Head and foot
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

## Tabs
page-tab-resident = 住民
page-tab-planner = 計画担当

## The map
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

## Where and who
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

## Plan cards
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

## Planner
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

## States and errors
page-close = 閉じる
page-error = エラー：{ $reason }
page-error-outside = その場所はこの地域の外です。
page-error-no-street = この人が使える道が{ $length }以内にありません。
page-error-map = このブラウザーでは地図を描けません。下の避難案は使えます。

## Keyboard
page-keyboard = キーボード
page-key-move = 矢印キー：地図を動かす
page-key-zoom = プラスとマイナス：拡大・縮小
page-key-choose = Enter：中央の場所を選ぶ
page-key-search = スラッシュ：検索
page-key-close = Escape：閉じる

## Search, files, before and after
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

## A question's circumstances, and two cities
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

## 全員に場所を
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
