select product_id, name, price from products where price between symmetric 120 and 40
intersect
select product_id, name, price from products where category in ('shoes', 'boots', 'socks')
intersect
select product_id, name, price from products where position('TRAIL' in upper(name)) > 0;
