/** What firms of a trade ask for in the sample: of our own making, as such demands usually read. */
export interface Topic {
  /** ○ stands for one of the objects. */
  readonly title: string;
  readonly problem: string;
  readonly tech: 'electronics' | 'biology' | 'materials' | 'services' | 'energy' | 'environment' | 'manufacturing';
  readonly marine: 'offshore' | 'medicine' | 'materials' | 'energy' | 'instruments' | 'seawater' | 'corrosion' | 'deepSea' | 'information' | 'fishery' | 'none';
  readonly kpis: readonly (readonly [name: string, operator: 'atLeast' | 'atMost', value: number, unit: string])[];
}

export interface Trade {
  readonly objects: readonly [string, string, string];
  readonly topics: readonly Topic[];
}

type Row = readonly [title: string, problem: string, tech: Topic['tech'], marine: Topic['marine'], ...kpis: Topic['kpis']];

const trade = (objects: Trade['objects'], ...rows: readonly Row[]): Trade => ({ objects, topics: rows.map(([title, problem, tech, marine, ...kpis]) => ({ title, problem, tech, marine, kpis })) });

/** By industry code: six topics a trade, three objects each. */
export const sampleTrades: Readonly<Record<string, Trade>> = {
  C4024: trade(['温盐深仪', '波浪浮标', '水质在线监测仪'],
    ['○长期布放防生物附着', '○布放两个月后传感面被藤壶和藻类覆盖，读数漂移，只能停机清洗', 'materials', 'instruments', ['免维护时间', 'atLeast', 180, '天'], ['测量漂移', 'atMost', 2, '%']],
    ['○低功耗数据采集电路', '○靠电池供电，采样频率一提高续航就不足一个月', 'electronics', 'instruments', ['平均功耗', 'atMost', 15, '毫瓦'], ['续航', 'atLeast', 6, '个月']],
    ['○水下无线传输', '○回传数据要等回收，现有声学模组在浅海多径条件下误码率高', 'electronics', 'information', ['误码率', 'atMost', 0.1, '%'], ['传输距离', 'atLeast', 3, '千米']],
    ['○耐压壳体国产替代', '○壳体和水密接插件依赖进口，交期长，深海批次供货没有保证', 'manufacturing', 'deepSea', ['耐压', 'atLeast', 60, '兆帕'], ['渗漏率', 'atMost', 0.01, '%']],
    ['○海上标定方法', '○出厂标定和海上实测偏差大，没有便捷的现场标定装置', 'services', 'instruments', ['标定不确定度', 'atMost', 0.5, '%'], ['单次标定时间', 'atMost', 40, '分钟']],
    ['○数据质量自动识别', '○异常值靠人工剔除，台风过境时数据量大，来不及处理', 'electronics', 'information', ['识别准确率', 'atLeast', 95, '%'], ['处理时延', 'atMost', 60, '秒']]),
  C2770: trade(['海藻多糖', '鱼胶原蛋白', '壳聚糖'],
    ['○止血敷料吸液性能', '○敷料吸液后强度下降，揭除时容易残留', 'biology', 'medicine', ['吸液倍率', 'atLeast', 18, '倍'], ['湿态强度', 'atLeast', 1.2, '牛']],
    ['○低分子化酶解工艺', '○降解程度不易控制，批间分子量差别大，后道精制损耗高', 'biology', 'medicine', ['分子量分布系数', 'atMost', 1.6, '倍'], ['收率', 'atLeast', 78, '%']],
    ['○医用级纯化除内毒素', '○原料内毒素高，反复洗脱后成本翻倍仍不稳定', 'biology', 'medicine', ['内毒素', 'atMost', 0.5, 'EU每克'], ['蛋白残留', 'atMost', 0.2, '%']],
    ['○可吸收材料降解调控', '○体内降解时间和组织修复不同步，过快失去支撑', 'biology', 'medicine', ['降解周期', 'atLeast', 12, '周'], ['炎症评分', 'atMost', 1, '级']],
    ['○下脚料连续提取装备', '○提取靠间歇釜，能耗和用水高，工人劳动强度大', 'manufacturing', 'medicine', ['吨产品用水', 'atMost', 30, '吨'], ['连续运行', 'atLeast', 500, '小时']],
    ['○灭菌后性能保持', '○辐照灭菌后黏度下降三成以上，保质期达不到客户要求', 'biology', 'medicine', ['黏度保持率', 'atLeast', 90, '%'], ['保质期', 'atLeast', 24, '个月']]),
  C2659: trade(['聚氨酯弹性体', '环氧树脂', '高分子复合材料'],
    ['○海洋大气区长效防腐涂层', '○涂层在高盐高湿环境下一年内起泡，返涂成本高', 'materials', 'corrosion', ['耐盐雾', 'atLeast', 3000, '小时'], ['附着力', 'atLeast', 8, '兆帕']],
    ['○低温固化配方', '○冬季船坞施工固化慢，加热棚费用高，工期拖长', 'materials', 'materials', ['五摄氏度固化时间', 'atMost', 12, '小时'], ['拉伸强度', 'atLeast', 20, '兆帕']],
    ['○深水浮力材料', '○空心微球破损率高，密度和抗压强度不能兼顾', 'materials', 'deepSea', ['密度', 'atMost', 0.55, '克每立方厘米'], ['抗压强度', 'atLeast', 45, '兆帕']],
    ['○溶剂替代减排', '○生产线用溶剂型体系，尾气处理费用逐年上升', 'environment', 'materials', ['挥发性有机物', 'atMost', 50, '克每升'], ['固含量', 'atLeast', 92, '%']],
    ['○回收料高值利用', '○边角料回用后强度下降，只能低价处理', 'environment', 'none', ['回用比例', 'atLeast', 30, '%'], ['强度保持率', 'atLeast', 90, '%']],
    ['○老化寿命预测方法', '○客户要求二十年寿命证明，现有加速试验与实海数据对不上', 'services', 'materials', ['预测误差', 'atMost', 15, '%'], ['试验周期', 'atMost', 90, '天']]),
  C2710: trade(['头孢中间体', '海洋小分子药物', '岩藻黄质'],
    ['○连续流合成工艺', '○间歇釜放热集中，安全余量小，放大后收率下降', 'biology', 'none', ['收率', 'atLeast', 85, '%'], ['杂质总量', 'atMost', 0.3, '%']],
    ['○手性拆分提纯', '○异构体分离靠反复结晶，损耗大，溶剂用量高', 'biology', 'none', ['光学纯度', 'atLeast', 99.5, '%'], ['单程收率', 'atLeast', 42, '%']],
    ['○海洋菌种发酵提产', '○发酵单位低，高盐培养基腐蚀罐体，放罐周期长', 'biology', 'medicine', ['发酵单位', 'atLeast', 3.5, '克每升'], ['发酵周期', 'atMost', 96, '小时']],
    ['○高盐废水资源化', '○母液含盐高、难降解，委外处置费用占成本一成以上', 'environment', 'none', ['化学需氧量', 'atMost', 80, '毫克每升'], ['副产盐纯度', 'atLeast', 98, '%']],
    ['○稳定性提升制剂', '○见光受热易降解，液体制剂半年即超标', 'biology', 'medicine', ['加速六个月含量', 'atLeast', 95, '%'], ['生物利用度提高', 'atLeast', 30, '%']],
    ['○过程在线分析', '○终点靠取样送检，等结果要四十分钟，批次一致性差', 'manufacturing', 'none', ['检测时间', 'atMost', 3, '分钟'], ['相对偏差', 'atMost', 2, '%']]),
  C3511: trade(['甲板机械', '水下机器人', '港口起重设备'],
    ['○液压系统防泄漏', '○密封件在海水和泥沙工况下半年失效，油污染海面', 'manufacturing', 'offshore', ['无泄漏运行', 'atLeast', 3000, '小时'], ['密封更换时间', 'atMost', 4, '小时']],
    ['○姿态控制精度提升', '○涌浪中定位漂移大，作业窗口短，遇到四级海况就停', 'manufacturing', 'offshore', ['定位误差', 'atMost', 0.3, '米'], ['适应海况', 'atLeast', 4, '级']],
    ['○关键焊缝智能检测', '○焊缝检测靠人工探伤，漏检难追溯，效率低', 'manufacturing', 'offshore', ['缺陷检出率', 'atLeast', 98, '%'], ['检测速度', 'atLeast', 2, '米每分钟']],
    ['○整机轻量化设计', '○自重大，能耗和运输费用高，减重后刚度不足', 'manufacturing', 'offshore', ['减重', 'atLeast', 15, '%'], ['挠度', 'atMost', 4, '毫米']],
    ['○远程运维平台', '○设备分布在多个港口，故障只能派人上门，停机时间长', 'electronics', 'information', ['故障预警准确率', 'atLeast', 90, '%'], ['平均停机', 'atMost', 6, '小时']],
    ['○脐带缆耐磨护层', '○护层在礁石区磨损快，一年更换两次', 'materials', 'deepSea', ['磨损量', 'atMost', 0.2, '毫米'], ['弯曲次数', 'atLeast', 50000, '次']]),
  C3811: trade(['潮流能发电机', '船用变流器', '永磁电机'],
    ['○盐雾环境绝缘可靠性', '○绕组受潮后绝缘下降，沿海用户返修率高', 'energy', 'energy', ['绝缘电阻', 'atLeast', 100, '兆欧'], ['年故障率', 'atMost', 1, '%']],
    ['○弱电网并网控制', '○海岛电网短路容量小，接入后电压波动超限', 'energy', 'energy', ['电压波动', 'atMost', 3, '%'], ['谐波畸变', 'atMost', 4, '%']],
    ['○高功率密度散热', '○机舱空间小，风冷温升超标，水冷管路易结垢', 'manufacturing', 'none', ['绕组温升', 'atMost', 70, '开'], ['功率密度', 'atLeast', 4, '千瓦每千克']],
    ['○稀土减量磁路设计', '○磁钢价格波动大，减量后转矩脉动增大', 'materials', 'none', ['稀土用量降低', 'atLeast', 20, '%'], ['转矩脉动', 'atMost', 2, '%']],
    ['○水下密封轴承', '○轴承进沙后卡滞，检修要整机打捞', 'manufacturing', 'energy', ['免检修时间', 'atLeast', 24, '个月'], ['摩擦功耗', 'atMost', 1.5, '%']],
    ['○出厂试验能量回馈', '○老化试验电能全部耗散，试验费用高', 'energy', 'none', ['回馈效率', 'atLeast', 90, '%'], ['试验能耗降低', 'atLeast', 70, '%']]),
  C3311: trade(['网箱框架', '导管架构件', '海上平台栏栈'],
    ['○浪溅区防腐', '○浪溅区钢材年腐蚀超过半毫米，阴极保护在此处不起作用', 'materials', 'corrosion', ['年腐蚀量', 'atMost', 0.05, '毫米'], ['保护年限', 'atLeast', 15, '年']],
    ['○厚板高效焊接', '○厚板多道焊变形大，校正费工时', 'manufacturing', 'offshore', ['焊接效率提高', 'atLeast', 50, '%'], ['角变形', 'atMost', 2, '毫米每米']],
    ['○表面处理替代酸洗', '○酸洗废液处置难，环保约束越来越严', 'environment', 'none', ['废液量', 'atMost', 5, '千克每吨'], ['清洁度', 'atLeast', 2.5, '级']],
    ['○疲劳裂纹监测', '○长期交变载荷下裂纹隐蔽，靠潜水员检查风险高', 'electronics', 'offshore', ['最小可检裂纹', 'atMost', 2, '毫米'], ['监测覆盖', 'atLeast', 90, '%']],
    ['○轻质高强连接件', '○连接件自重大，海上吊装困难，换铝合金后电偶腐蚀', 'materials', 'materials', ['减重', 'atLeast', 30, '%'], ['抗拉强度', 'atLeast', 450, '兆帕']],
    ['○套料排产优化', '○板材利用率不到八成，急单多时排产混乱', 'electronics', 'none', ['板材利用率', 'atLeast', 90, '%'], ['排产时间', 'atMost', 10, '分钟']]),
  C3670: trade(['制动盘', '电池托盘', '转向节'],
    ['○铝合金薄壁件压铸', '○薄壁处气孔多，探伤合格率不到九成', 'manufacturing', 'none', ['合格率', 'atLeast', 97, '%'], ['孔隙率', 'atMost', 0.5, '%']],
    ['○耐盐雾表面涂层', '○沿海地区用户两年锈蚀，索赔增加', 'materials', 'corrosion', ['中性盐雾', 'atLeast', 1000, '小时'], ['膜厚', 'atMost', 30, '微米']],
    ['○在线尺寸检测', '○三坐标抽检节拍慢，批量偏差发现晚', 'electronics', 'none', ['检测节拍', 'atMost', 20, '秒'], ['重复精度', 'atMost', 0.02, '毫米']],
    ['○噪声振动优化', '○高速段异响，整车厂要求半年内解决', 'manufacturing', 'none', ['噪声降低', 'atLeast', 3, '分贝'], ['固有频率', 'atLeast', 900, '赫兹']],
    ['○废砂再生利用', '○铸造废砂每年上千吨，填埋费用高', 'environment', 'none', ['再生率', 'atLeast', 85, '%'], ['灼减量', 'atMost', 0.3, '%']],
    ['○刀具寿命管理', '○刀具凭经验更换，崩刃造成批量报废', 'manufacturing', 'none', ['预测误差', 'atMost', 10, '%'], ['刀具费用降低', 'atLeast', 15, '%']]),
  C1371: trade(['即食海参', '冷冻鱼片', '海带制品'],
    ['○保鲜期延长', '○冷链运输七天后汁液流失，口感下降', 'biology', 'fishery', ['货架期', 'atLeast', 21, '天'], ['汁液流失', 'atMost', 3, '%']],
    ['○腥味脱除', '○脱腥要多次漂洗，营养流失，用水量大', 'biology', 'fishery', ['三甲胺', 'atMost', 5, '毫克每百克'], ['吨产品用水', 'atMost', 6, '吨']],
    ['○自动去脏分切装备', '○前处理靠人工，旺季招工难，规格不齐', 'manufacturing', 'fishery', ['处理速度', 'atLeast', 60, '条每分钟'], ['得率', 'atLeast', 55, '%']],
    ['○重金属快速检测', '○原料验收送检要三天，鲜货等不起', 'services', 'fishery', ['检测时间', 'atMost', 30, '分钟'], ['检出限', 'atMost', 0.05, '毫克每千克']],
    ['○加工废水蛋白回收', '○废水含蛋白高，处理负荷大，资源浪费', 'environment', 'seawater', ['蛋白回收率', 'atLeast', 70, '%'], ['出水化学需氧量', 'atMost', 200, '毫克每升']],
    ['○功能肽制备', '○酶解产物苦味重，活性组分得率低', 'biology', 'medicine', ['肽得率', 'atLeast', 60, '%'], ['苦味评分', 'atMost', 2, '分']]),
  C1713: trade(['针织面料', '混纺面料', '功能面料'],
    ['○少水染色工艺', '○染色水耗高，浮色多，皂洗道数压不下来', 'environment', 'none', ['吨布用水', 'atMost', 45, '吨'], ['耐洗色牢度', 'atLeast', 4, '级']],
    ['○定形机余热回收', '○定形机尾气温度高、含油，换热器易堵', 'energy', 'none', ['热回收率', 'atLeast', 45, '%'], ['清堵周期', 'atLeast', 60, '天']],
    ['○海藻纤维染色均匀性', '○海藻纤维遇碱溶胀，染色后手感发硬、色花', 'materials', 'materials', ['色差', 'atMost', 0.8, '级'], ['强力保持率', 'atLeast', 88, '%']],
    ['○印染废水脱色', '○活性染料废水色度高，加药量大，污泥多', 'environment', 'none', ['色度', 'atMost', 30, '倍'], ['污泥减少', 'atLeast', 40, '%']],
    ['○疵点机器视觉识别', '○验布靠人眼，漏检率高，夜班更明显', 'electronics', 'none', ['检出率', 'atLeast', 95, '%'], ['验布速度', 'atLeast', 40, '米每分钟']],
    ['○无氟防水整理', '○出口客户禁用含氟助剂，替代品耐洗性差', 'materials', 'none', ['洗后沾水等级', 'atLeast', 3, '级'], ['克重增加', 'atMost', 3, '%']]),
  C1711: trade(['海藻纤维纱', '再生棉纱', '抗菌纱线'],
    ['○细支纱断头控制', '○支数提高后断头增加，挡车工看台数下降', 'manufacturing', 'none', ['千锭时断头', 'atMost', 8, '根'], ['看台数', 'atLeast', 12, '台']],
    ['○抗菌持久性', '○水洗二十次后抑菌率明显下降', 'materials', 'materials', ['五十次洗后抑菌率', 'atLeast', 90, '%'], ['溶出物', 'atMost', 0.1, '%']],
    ['○车间温湿度节能调控', '○空调能耗占比高，各区域温湿度相互干扰', 'energy', 'none', ['空调能耗降低', 'atLeast', 20, '%'], ['湿度波动', 'atMost', 2, '%']],
    ['○短纤维回用成纱', '○回用料短绒多，成纱强力不足，只能做粗支', 'materials', 'none', ['回用比例', 'atLeast', 40, '%'], ['单纱强力', 'atLeast', 11, '厘牛每特']],
    ['○异纤在线剔除', '○白色异纤难识别，织造后成疵', 'electronics', 'none', ['剔除率', 'atLeast', 92, '%'], ['误剔率', 'atMost', 1, '%']],
    ['○阻燃与手感兼顾', '○阻燃整理后手感硬，消防服客户不接受', 'materials', 'none', ['极限氧指数', 'atLeast', 30, '%'], ['弯曲刚度', 'atMost', 0.12, '厘牛每厘米']]),
  C2319: trade(['食品包装膜', '可降解标签', '瓦楞彩盒'],
    ['○水性油墨干燥', '○换水性油墨后车速下降四成，套印不稳', 'materials', 'none', ['印刷速度', 'atLeast', 200, '米每分钟'], ['套印误差', 'atMost', 0.1, '毫米']],
    ['○海产品保鲜包装阻隔性', '○单一材质阻氧不足，复合膜又不能回收', 'materials', 'fishery', ['透氧率', 'atMost', 5, '毫升每平方米日'], ['可回收比例', 'atLeast', 95, '%']],
    ['○有机废气治理', '○复合工序废气浓度波动大，燃烧装置能耗高', 'environment', 'none', ['排放浓度', 'atMost', 30, '毫克每立方米'], ['能耗降低', 'atLeast', 25, '%']],
    ['○一物一码防伪', '○可变码喷印识读率低，客户追溯要求提高', 'electronics', 'none', ['识读率', 'atLeast', 99.5, '%'], ['赋码速度', 'atLeast', 300, '件每分钟']],
    ['○海水可降解材料加工', '○可降解料热封窗口窄，破袋率高', 'materials', 'materials', ['热封强度', 'atLeast', 12, '牛'], ['海水降解率', 'atLeast', 60, '%']],
    ['○色彩一致性管理', '○多批次追样靠老师傅，返工多', 'services', 'none', ['色差', 'atMost', 1.5, '级'], ['追样时间', 'atMost', 15, '分钟']]),
};
