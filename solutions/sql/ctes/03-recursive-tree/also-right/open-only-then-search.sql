with recursive open as (
  select * from categories where is_open
),
walk as (
  select category_id, name, 1 as depth, name as path from open where parent_id is null
  union all
  select o.category_id, o.name, w.depth + 1, format('%s > %s', w.path, o.name)
  from open o join walk w on w.category_id = o.parent_id
) search breadth first by category_id set found
select category_id, name, depth, path from walk order by depth, category_id;
